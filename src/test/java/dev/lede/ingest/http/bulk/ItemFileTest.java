package dev.lede.ingest.http.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.bulk.BulkItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemFileTest {

    private static final BulkItem ITEM =
            new BulkItem("a.png", Action.CREATED, null, "/v1/assets/a.png", null, List.of());

    @TempDir
    Path folder;

    @Test
    void givesBackWhatItWasTold() throws IOException {
        var file = folder.resolve("items");
        var out = new ByteArrayOutputStream();
        try (var items = ItemFile.on(file, new ObjectMapper())) {
            items.item(ITEM);
            items.item(ITEM);
            items.complete();
            items.copyTo(out);
        }
        assertThat(out.toString(UTF_8)).startsWith("{").contains("},{").endsWith("}");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFullDiskIsKnownAtTheVeryItemSoThatNothingIsStored() throws IOException {
        var device = Path.of("/dev/full");
        assumeTrue(Files.exists(device));
        try (var items = ItemFile.on(Files.createSymbolicLink(folder.resolve("full"), device), new ObjectMapper())) {
            assertThatThrownBy(() -> items.item(ITEM))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.BUSY));
        }
    }
}
