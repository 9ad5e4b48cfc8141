package dev.lede.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonFolderTest {

    @Test
    void isTheDeepestThatAllPathsLieIn() {
        assertThat(CommonFolder.deepest(List.of("a/b/c.md", "a/b/d/e.md"))).isEqualTo("a/b/");
        assertThat(CommonFolder.deepest(List.of("a/bc/x.md", "a/bd/x.md"))).isEqualTo("a/");
        assertThat(CommonFolder.deepest(List.of("a/x.md", "ab/x.md"))).isEmpty();
        assertThat(CommonFolder.deepest(List.of("x.md", "a/x.md"))).isEmpty();
        assertThat(CommonFolder.deepest(List.of())).isEmpty();
    }

    @Test
    void theFirstIsEverythingWhenTheyShareNone() {
        assertThat(CommonFolder.first(List.of("a/b/c.md", "a/b/d.md"))).isEqualTo("a/");
        assertThat(CommonFolder.first(List.of("a/x.md", "y.md"))).isEqualTo("/");
        assertThat(CommonFolder.first(List.of())).isEqualTo("/");
    }
}
