package dev.lede.feed.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.feed.sitemap.Parts.Bucket;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static List<Bucket> evenly(long articles) {
        var buckets = 1 << Parts.BITS;
        return IntStream.range(0, buckets)
                .mapToObj(prefix -> new Bucket(prefix, articles / buckets, articles / buckets * 150))
                .toList();
    }

    @Test
    void isOneWhileItHolds() {
        assertThat(Parts.of(1, List.of(), Limits.OF_PROTOCOL).parts()).hasSize(1);
        assertThat(Parts.of(1, evenly(49_152), Limits.OF_PROTOCOL).parts()).hasSize(1);
    }

    @Test
    void halvesWhatIsTooLarge() {
        assertThat(Parts.of(1, evenly(53_248), Limits.OF_PROTOCOL).parts()).hasSize(2);
        assertThat(Parts.of(1, evenly(1_000_000), Limits.OF_PROTOCOL).parts()).hasSize(32);
        assertThat(Parts.of(
                                1,
                                List.of(new Bucket(0, 10, 6_000_000), new Bucket(4_095, 10, 6_000_000)),
                                Limits.OF_PROTOCOL)
                        .parts())
                .hasSize(2);
    }

    @Test
    void coversEveryIdOnce() {
        var parts = Parts.of(1, evenly(150_000), Limits.OF_PROTOCOL).parts();
        assertThat(parts).hasSize(4);
        assertThat(parts.get(0).first()).isEqualTo(new UUID(0, 0));
        assertThat(parts.get(2).first()).isEqualTo(UUID.fromString("80000000-0000-0000-0000-000000000000"));
        assertThat(parts.get(3).end()).isNull();
        for (var i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).first()).isEqualTo(parts.get(i - 1).end());
        }
    }
}
