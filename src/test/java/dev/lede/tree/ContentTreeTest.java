package dev.lede.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lede.tree.Skipped.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTreeTest {

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(folder.resolve("content"));
    }

    @Test
    void listsFilesByPathWithTheirSizes() throws IOException {
        write("posts/b.md", "four");
        write("posts/a/index.md", "");
        write("about.md", "x");
        assertThat(walk().files())
                .extracting(file -> file.path().value())
                .containsExactly("about.md", "posts/a/index.md", "posts/b.md");
        assertThat(walk().files()).extracting(TreeFile::size).containsExactly(1L, 0L, 4L);
        assertThat(walk().size()).isEqualTo(5);
    }

    @Test
    void leavesOutHiddenFilesAndWhatEditorsLeave() throws IOException {
        for (var name : List.of(".git/config", "posts/.a.md.swp", "posts/#a.md#", "posts/a.md~", "old~/a.md")) {
            write(name, "");
        }
        assertThat(walk().files()).isEmpty();
        assertThat(walk().skipped()).isEmpty();
    }

    @Test
    void composesNames() throws IOException {
        write("cafe\u0301.md", "");
        assertThat(walk().files()).extracting(file -> file.path().value()).containsExactly("caf\u00e9.md");
    }

    @Test
    void tellsOfTwoFilesThatAreOneToLede() throws IOException {
        write("cafe\u0301.md", "");
        write("caf\u00e9.md", "");
        assertThat(walk().files()).hasSize(1);
        assertThat(walk().skipped()).extracting(Skipped::cause).containsExactly(Cause.NAME);
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        write("posts/a.md", "text");
        Files.createSymbolicLink(root.resolve("b.md"), Path.of("posts", "a.md"));
        Files.createSymbolicLink(root.resolve("again"), root.resolve("posts"));
        assertThat(walk().files())
                .extracting(file -> file.path().value())
                .containsExactly("again/a.md", "b.md", "posts/a.md");
        assertThat(walk().files()).extracting(TreeFile::size).containsOnly(4L);
    }

    @Test
    void skipsLinksThatLeaveLoopOrLeadNowhere() throws IOException {
        Files.writeString(folder.resolve("secret"), "");
        Files.createDirectories(root.resolve("a/b"));
        for (var link : List.of("out", "a/b/loop", "a/self", "nowhere", "parent")) {
            Files.createSymbolicLink(
                    root.resolve(link),
                    switch (link) {
                        case "out" -> folder.resolve("secret");
                        case "a/b/loop" -> root.resolve("a");
                        case "a/self" -> root.resolve("a/self");
                        case "parent" -> folder;
                        default -> Path.of("gone");
                    });
        }
        assertThat(walk().files()).isEmpty();
        assertThat(walk().skipped()).hasSize(5).allMatch(skip -> skip.cause() == Cause.LINK);
        assertThat(walk().isComplete()).isTrue();
    }

    @Test
    void foldersThatMultiplyByLinksStillEnd() throws IOException {
        // Each links twice to the one below: 2^30 ways lead to the last.
        for (int depth = 0; depth < 30; depth++) {
            Files.createDirectory(root.resolve("f" + depth));
        }
        for (int depth = 0; depth < 29; depth++) {
            Files.createSymbolicLink(root.resolve("f" + depth + "/x"), root.resolve("f" + (depth + 1)));
            Files.createSymbolicLink(root.resolve("f" + depth + "/y"), root.resolve("f" + (depth + 1)));
        }
        assertThatThrownBy(this::walk).isInstanceOf(TreeTooLarge.class).hasMessageContaining("10,000");
    }

    @Test
    void tellsOfWhatCannotBeRead() throws IOException {
        write("posts/a.md", "");
        Files.setPosixFilePermissions(root.resolve("posts/a.md"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(root.resolve("posts/a.md")))
                .as("whoever may read all")
                .isFalse();
        assertThat(walk().skipped()).extracting(Skipped::cause).containsExactly(Cause.UNREADABLE);
        assertThat(walk().isComplete()).isFalse();
    }

    @Test
    void tellsOfNamesThatNoDocumentCanHave() throws IOException {
        write("a\tb.md", "");
        assertThat(walk().files()).isEmpty();
        assertThat(walk().skipped()).singleElement().satisfies(skip -> {
            assertThat(skip.cause()).isEqualTo(Cause.NAME);
            assertThat(skip.reason()).contains("control characters");
        });
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        assertThatThrownBy(() -> ContentTree.of(folder.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ContentTree.of(file)).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void takesTheWorkingDirectoryByItsShortNames() throws IOException {
        for (var name : List.of("", ".", "./")) {
            var files = ContentTree.of(Path.of(name).resolve("src/test/java/dev/lede/tree"))
                    .walk()
                    .files();
            assertThat(files).extracting(file -> file.path().value()).contains("ContentTreeTest.java");
        }
        assertThat(ContentTree.of(Path.of("")).relative(Path.of("./pom.xml"))).isEqualTo("pom.xml");
    }

    @Test
    void hashesByStandardSha256() throws IOException {
        // FIPS 180-4, the example of "abc".
        write("a", "abc");
        assertThat(FileHash.of(root.resolve("a")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private Listing walk() throws IOException {
        return ContentTree.of(root).walk();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
