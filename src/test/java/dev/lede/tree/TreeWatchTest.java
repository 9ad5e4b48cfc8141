package dev.lede.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TreeWatchTest {

    /** Only events count: the test is over before the next look. */
    private static final Pace BY_EVENTS =
            new Pace(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMinutes(10));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path root;
    private TreeWatch watch;

    @BeforeEach
    void begin() throws IOException {
        root = Files.createDirectory(folder.resolve("content"));
        write("posts/a.md", "one");
        watch = TreeWatch.of(ContentTree.of(root), BY_EVENTS);
    }

    @AfterEach
    void end() throws IOException {
        watch.close();
    }

    @Test
    void beginsWithWhatIsThere() {
        assertThat(watch.first().files())
                .extracting(file -> file.path().value())
                .containsExactly("posts/a.md");
    }

    @Test
    void tellsOfNewChangedAndDeletedFiles() throws Exception {
        write("posts/b.md", "new");
        var changes = watch.await(PATIENCE);
        assertThat(paths(changes.written())).containsExactly("posts/b.md");
        assertThat(paths(changes.created())).containsExactly("posts/b.md");
        write("posts/a.md", "changed");
        changes = watch.await(PATIENCE);
        assertThat(paths(changes.written())).containsExactly("posts/a.md");
        assertThat(changes.created()).isEmpty();
        Files.delete(root.resolve("posts/a.md"));
        changes = watch.await(PATIENCE);
        assertThat(paths(changes.deleted())).containsExactly("posts/a.md");
        assertThat(changes.written()).isEmpty();
    }

    @Test
    void picksUpFoldersThatComeLater() throws Exception {
        write("deep/er/still/c.md", "new");
        assertThat(paths(watch.await(PATIENCE).written())).containsExactly("deep/er/still/c.md");
        write("deep/er/still/d.md", "newer");
        assertThat(paths(watch.await(PATIENCE).written())).containsExactly("deep/er/still/d.md");
    }

    @Test
    void seesEditorsThatWriteByRenaming() throws Exception {
        var before = Files.getLastModifiedTime(root.resolve("posts/a.md"));
        Files.writeString(root.resolve("posts/.a.md.tmp"), "two");
        Files.setLastModifiedTime(root.resolve("posts/.a.md.tmp"), before);
        Files.move(root.resolve("posts/.a.md.tmp"), root.resolve("posts/a.md"), StandardCopyOption.REPLACE_EXISTING);
        var changes = watch.await(PATIENCE);
        assertThat(paths(changes.written())).containsExactly("posts/a.md");
        assertThat(changes.created()).isEmpty();
        assertThat(changes.deleted()).isEmpty();
    }

    @Test
    void seesAFolderThatIsRenamed() throws Exception {
        Files.move(root.resolve("posts"), root.resolve("news"));
        var changes = watch.await(PATIENCE);
        assertThat(paths(changes.deleted())).containsExactly("posts/a.md");
        assertThat(paths(changes.created())).containsExactly("news/a.md");
    }

    @Test
    void gathersWhatHappensTogether() throws Exception {
        for (int number = 0; number < 300; number++) {
            write("posts/" + number + ".md", "text");
        }
        var written = new ArrayList<TreeFile>();
        while (written.size() < 300) {
            written.addAll(watch.await(PATIENCE).written());
        }
        assertThat(Set.copyOf(paths(written))).hasSize(300);
    }

    @Test
    void isSilentAboutWhatItIgnoresAndWhatStaysTheSame() throws Exception {
        write("posts/.hidden", "x");
        write("posts/a.md~", "x");
        assertThat(watch.await(Duration.ofMillis(500)).isEmpty()).isTrue();
    }

    @Test
    void looksAgainWhereNoEventsCome() throws Exception {
        watch.close();
        var often = new Pace(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMillis(50));
        var tree = ContentTree.of(root);
        // A file behind a link: its own folder is not watched, so that no event comes.
        Files.createDirectory(root.resolve(".store"));
        Files.writeString(root.resolve(".store/b.md"), "one");
        Files.createSymbolicLink(root.resolve("b.md"), root.resolve(".store/b.md"));
        watch = TreeWatch.of(tree, often);
        Files.writeString(root.resolve(".store/b.md"), "three");
        assertThat(paths(watch.await(PATIENCE).written())).containsExactly("b.md");
    }

    @Test
    void doesNotTakeALostFolderForAnEmptyOne() throws Exception {
        Files.move(root, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> {
                    while (true) {
                        assertThat(watch.await(Duration.ofSeconds(5)).deleted()).isEmpty();
                        Files.setLastModifiedTime(folder.resolve("elsewhere/posts/a.md"), FileTime.fromMillis(0));
                    }
                })
                .isInstanceOf(NoSuchFileException.class);
    }

    private static List<String> paths(List<TreeFile> files) {
        return files.stream().map(file -> file.path().value()).toList();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
