package dev.lede.feed.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.feed.format.Feed.About;
import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds that hold no bodies, and an article from before there was a standard time. */
class SummariesTest {

    private static final Feed FEED = new Feed(
            new About("Title", "Description", "Site", "https://site.example/", "en"),
            "https://api.example/feed",
            "https://api.example/feed",
            null,
            List.of(new Entry(
                    "urn:uuid:76a4347d-457e-5d80-8b59-ed12bfb34fcf",
                    "https://site.example/a/",
                    "de",
                    "A",
                    "1 < 2",
                    null,
                    List.of(),
                    List.of(),
                    OffsetDateTime.parse("1890-01-02T03:04:05.678+00:53:28"),
                    OffsetDateTime.parse("2024-01-02T03:04:05.678+01:00"),
                    null)));

    @Test
    void areThatAlone() {
        var rss = new String(new RssFormat().written(FEED), UTF_8);
        assertThat(rss).contains("<description>1 &amp;lt; 2</description>").doesNotContain("<content:encoded>");
        var atom = new String(new AtomFormat().written(FEED), UTF_8);
        assertThat(atom).contains("<summary>1 &lt; 2</summary>").doesNotContain("<content");
        var json = JsonPath.from(new String(new JsonFeedFormat().written(FEED), UTF_8));
        assertThat(json.getString("items[0].content_text")).isEqualTo("1 < 2");
    }

    @Test
    void haveDatesThatReadersKnow() {
        assertThat(new String(new AtomFormat().written(FEED), UTF_8))
                .contains(
                        "<published>1890-01-02T02:10:37Z</published>", "<updated>2024-01-02T03:04:05+01:00</updated>");
        assertThat(new String(new RssFormat().written(FEED), UTF_8))
                .contains("<pubDate>Thu, 2 Jan 1890 02:10:37 GMT</pubDate>")
                .contains("<lastBuildDate>Tue, 2 Jan 2024 03:04:05 +0100</lastBuildDate>");
    }
}
