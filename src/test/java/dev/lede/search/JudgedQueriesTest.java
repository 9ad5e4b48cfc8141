package dev.lede.search;

import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Queries in several languages, judged before there was a ranking: what is meant must be found, and come first. */
@QuarkusTest
class JudgedQueriesTest {

    private static final int CUT = 10;
    private static final double LEAST_MEAN = 0.97;

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> queries = new LinkedHashMap<>();

    @Test
    void areAnsweredWell() throws IOException {
        read();
        var gains = new TreeMap<String, Double>();
        queries.forEach((query, grades) -> {
            var found = search(query);
            assertThat(found).as(query).containsAll(grades.keySet());
            gains.put(query, gain(found, grades) / gain(ideal(grades), grades));
        });
        double mean =
                gains.values().stream().mapToDouble(gain -> gain).average().orElseThrow();
        assertThat(mean).as("nDCG@10 of %s", gains).isGreaterThan(LEAST_MEAN);
        findsEveryPartOfTitles();
    }

    private void findsEveryPartOfTitles() {
        titles.forEach((name, title) -> {
            if (title.codePoints().noneMatch(point -> point > 0x3000)) {
                return;
            }
            for (int length = 1; length <= 3; length++) {
                for (int from = 0; from + length <= title.length(); from += 3) {
                    var part = title.substring(from, from + length);
                    if (!part.isBlank()) {
                        assertThat(search(part)).as(part).contains(name);
                    }
                }
            }
        });
    }

    private void read() throws IOException {
        try (var in = Objects.requireNonNull(JudgedQueriesTest.class.getResourceAsStream("/search/judged.tsv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : lines.lines().toList()) {
                var fields = List.of(line.split("\t", -1));
                if (fields.get(0).equals("A")) {
                    store(fields);
                } else if (fields.get(0).equals("Q")) {
                    queries.put(fields.get(1), grades(fields.subList(2, fields.size())));
                }
            }
        }
    }

    private void store(List<String> fields) {
        titles.put(fields.get(1), fields.get(3));
        put(
                        "content/judged/" + fields.get(1) + ".md",
                        "---\nlang: " + fields.get(2) + "\ndate: 2024-01-01\ntitle: " + fields.get(3) + "\n---\n"
                                + fields.get(4))
                .then()
                .statusCode(201);
    }

    private static Map<String, Integer> grades(List<String> judged) {
        return judged.stream()
                .map(each -> each.split(" ", -1))
                .collect(Collectors.toMap(each -> each[0], each -> Integer.parseInt(each[1])));
    }

    private static List<String> search(String query) {
        return given().queryParam("q", query)
                .get("/v1/search?section=judged&limit=100")
                .jsonPath()
                .getList("items.slug");
    }

    private static List<String> ideal(Map<String, Integer> grades) {
        return grades.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double gain(List<String> found, Map<String, Integer> grades) {
        var order = found.subList(0, Math.min(CUT, found.size())).toArray(String[]::new);
        double gain = 0;
        for (int i = 0; i < order.length; i++) {
            gain += (Math.pow(2, grades.getOrDefault(order[i], 0)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return Arrays.asList(order).isEmpty() ? 0 : gain;
    }
}
