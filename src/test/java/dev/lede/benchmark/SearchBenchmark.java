package dev.lede.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lede.article.draft.ArticleDraft;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.index.SearchEntry;
import dev.lede.search.index.SearchIndex;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What search costs: to store, on the disk, and to ask. */
@QuarkusTest
class SearchBenchmark {

    private static final int ARTICLES = Integer.getInteger("benchmark.articles", 100_000);
    private static final int AT_ONCE = 5_000;
    private static final int COMPARED = Math.min(10_000, ARTICLES / 2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Corpus corpus = new Corpus();

    @Inject
    Database database;

    @Inject
    SearchIndex index;

    /** Leaves what it is given. */
    private static final class NoIndex extends SearchIndex {

        private static final SearchEntry NOTHING =
                new SearchEntry(new UUID(0, 0), "", "", "", 0, new int[0], new int[0]);

        @Override
        public SearchEntry entry(ArticleDraft draft) {
            return NOTHING;
        }

        @Override
        public void store(Session session, Collection<SearchEntry> entries) {}
    }

    @Test
    void storesAndAnswers() throws IOException, InterruptedException {
        store("warm", 0, 1_000);
        QuarkusMock.installMockForInstance(new NoIndex(), index);
        double without = store("without", 0, COMPARED);
        QuarkusMock.installMockForInstance(new SearchIndex(), index);
        double with = store("with", 0, COMPARED);
        print(
                "%d articles in one upload: %.1f s without search, %.1f s with it, %.2f times",
                COMPARED, without, with, with / without);
        double rest = 0;
        for (int from = COMPARED; from < ARTICLES; from += AT_ONCE) {
            rest += store("with", from, Math.min(AT_ONCE, ARTICLES - from));
        }
        print("the other %d: %.1f s", ARTICLES - COMPARED, rest);
        sizes();
        for (int i = 0; i < 3; i++) {
            ask("", "word that is everywhere", corpus.words("en", 0, 3));
        }
        ask(
                "section=with",
                "one Chinese character, filtered",
                corpus.words("zh-CN", 0, 40).stream()
                        .map(w -> w.substring(0, 1))
                        .toList());
        ask(
                "",
                "one Chinese character",
                corpus.words("zh-CN", 0, 60).stream()
                        .map(w -> w.substring(0, 1))
                        .toList());
        ask(
                "",
                "one rare character",
                corpus.words("zh-CN", 20_000, 60).stream()
                        .map(w -> w.substring(w.length() - 1))
                        .toList());
        ask("", "frequent Chinese words", corpus.words("zh-CN", 0, 60));
        ask("", "Chinese words", corpus.words("zh-CN", 300, 60));
        ask("", "two Chinese words", pairs(corpus.words("zh-CN", 30, 60)));
        ask("", "frequent English words", corpus.words("en", 0, 60));
        ask("", "English words", corpus.words("en", 300, 60));
        ask("", "two English words", pairs(corpus.words("en", 30, 60)));
        ask("", "phrases of two English words", quoted(pairs(corpus.words("en", 0, 60))));
        ask(
                "",
                "one English word without another",
                pairs(corpus.words("en", 0, 60)).stream()
                        .map(pair -> pair.replace(" ", " -"))
                        .toList());
        ask(
                "",
                "what is nowhere",
                corpus.words("en", 0, 60).stream()
                        .map(word -> word.charAt(0) + "q" + word.substring(1) + "zq")
                        .toList());
        ask("facets=tags,lang,year", "frequent English words with facets", corpus.words("en", 60, 60));
        ask(
                "lang=zh-CN",
                "one Chinese character in one language",
                corpus.words("zh-CN", 100, 40).stream()
                        .map(w -> w.substring(0, 1))
                        .toList());
        suggest(
                "beginnings of English words",
                corpus.words("en", 60, 60).stream().map(w -> w.substring(0, 3)).toList());
        suggest(
                "the middle of Chinese titles",
                corpus.words("zh-CN", 0, 60).stream()
                        .map(w -> w.substring(w.length() - 2))
                        .toList());
        ask(
                "",
                "two beginnings",
                corpus.words("en", 30, 60).stream().map(w -> w.substring(0, 2)).toList());
        ask("", "Korean words", corpus.words("ko", 100, 60));
        ask("", "Japanese words", corpus.words("ja", 100, 60));
        ask("sort=-date", "frequent English words by date", corpus.words("en", 0, 60));
        ask(
                "sort=-date",
                "one Chinese character by date",
                corpus.words("zh-CN", 0, 60).stream()
                        .map(w -> w.substring(0, 1))
                        .toList());
    }

    private static List<String> quoted(List<String> queries) {
        return queries.stream().map(query -> '"' + query + '"').toList();
    }

    private static List<String> pairs(List<String> words) {
        return IntStream.range(1, words.size())
                .mapToObj(i -> words.get(i - 1) + " " + words.get(i))
                .toList();
    }

    private double store(String section, int from, int count) throws IOException, InterruptedException {
        var lines = new ByteArrayOutputStream();
        for (int i = from; i < from + count; i++) {
            lines.writeBytes(JSON.writeValueAsBytes(
                    Map.of("path", "content/" + section + "/" + i + ".md", "content", corpus.document(i))));
            lines.write('\n');
        }
        var began = System.nanoTime();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/documents"))
                .header("Authorization", "Bearer " + Lede.KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines.toByteArray()))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        return (System.nanoTime() - began) / 1e9;
    }

    private void sizes() {
        var sizes = database.read(session -> session.one(
                Sql.of(
                        "select (select sum(octet_length(plain)) from article join search_entry on article_id = id) as text,"
                                + " pg_indexes_size('search_entry') + pg_indexes_size('search_text') as index,"
                                + " pg_table_size('search_entry') + pg_table_size('search_text') as entries"),
                row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}));
        print(
                "text %d MB, index %d MB, tokens and folded text %d MB: %.2f times the text",
                sizes[0] >> 20, sizes[1] >> 20, sizes[2] >> 20, (double) (sizes[1] + sizes[2]) / sizes[0]);
    }

    private void ask(String more, String kind, List<String> queries) throws IOException, InterruptedException {
        get("/v1/search?" + more, kind, queries);
    }

    private void suggest(String kind, List<String> queries) throws IOException, InterruptedException {
        get("/v1/suggest?", kind + ", completed", queries);
    }

    private void get(String path, String kind, List<String> queries) throws IOException, InterruptedException {
        var took = new long[queries.size()];
        long found = 0;
        for (int i = 0; i < took.length; i++) {
            var target = path + "&q=" + URLEncoder.encode(queries.get(i), StandardCharsets.UTF_8);
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + target.replace("?&", "?")))
                    .build();
            var began = System.nanoTime();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            took[i] = System.nanoTime() - began;
            assertThat(answer.statusCode()).isEqualTo(200);
            found += JSON.readTree(answer.body()).at("/page/total").asLong();
        }
        Arrays.sort(took);
        print(
                "%s: p50 %.1f ms, p95 %.1f ms, %d found on average",
                kind, took[took.length / 2] / 1e6, took[took.length * 95 / 100] / 1e6, found / took.length);
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"})
    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
