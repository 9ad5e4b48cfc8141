package dev.lede.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a copy of what is visible as the contract says, and nothing else. */
public final class Follower {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    private final Site site;
    private final String query;
    private final int limit;
    private final Map<String, JsonNode> copy = new HashMap<>();
    private @Nullable String cursor;
    private int begun;

    /** @param query filters and members, with an ampersand at its end unless it is empty */
    public Follower(Site site, String query, int limit) {
        this.site = site;
        this.query = query;
        this.limit = limit;
    }

    /**
     * Reads one part more, as a page or now and then as a stream; a failure changes nothing.
     *
     * @return whether there was nothing new and nothing more
     */
    public boolean step(Random random) throws IOException, InterruptedException {
        var streamed = random.nextInt(8) == 0;
        var answer = site.get(
                "/v1/changes?" + query + "limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor),
                streamed ? NDJSON : "application/json");
        if (answer.statusCode() == 410) {
            copy.clear();
            cursor = null;
            begun++;
            return false;
        }
        if (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            // Too much is being asked for at once: again, and before so long as it says, as this one is in a hurry.
            TimeUnit.MILLISECONDS.sleep(100);
            return false;
        }
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return streamed ? takeLines(answer.body()) : takePage(JSON.readTree(answer.body()));
    }

    private boolean takePage(JsonNode page) {
        page.get("items").forEach(this::take);
        cursor = page.get("cursor").asText();
        return page.get("items").isEmpty() && !page.get("more").asBoolean();
    }

    private boolean takeLines(String body) throws IOException {
        var lines = body.lines().toList();
        var last = JSON.readTree(lines.get(lines.size() - 1));
        if (!last.has("cursor")) {
            throw new IOException("A stream without an end: " + body);
        }
        for (var line : lines.subList(0, lines.size() - 1)) {
            take(JSON.readTree(line));
        }
        cursor = last.get("cursor").asText();
        return lines.size() == 1;
    }

    private void take(JsonNode item) {
        if (item.get("type").asText().equals("upsert")) {
            copy.put(item.get("id").asText(), item.get("article"));
        } else {
            copy.remove(item.get("id").asText());
        }
    }

    /** Reads on until there is nothing more. */
    public void catchUp(Random random) throws IOException, InterruptedException {
        while (!step(random)) {
            // The writers have ended, so this does.
        }
    }

    /** Someone who has just begun. */
    public Follower fresh() {
        return new Follower(site, query, 1_000);
    }

    /** The articles by their ids. */
    public Map<String, JsonNode> copy() {
        return copy;
    }

    /** How often it had to begin again. */
    public int begun() {
        return begun;
    }

    @Override
    public String toString() {
        return "/v1/changes?" + query + "limit=" + limit;
    }
}
