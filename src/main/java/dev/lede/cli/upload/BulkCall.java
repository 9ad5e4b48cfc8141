package dev.lede.cli.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.lede.cli.http.Json;
import dev.lede.cli.http.Refusals;
import dev.lede.cli.http.Server;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.http.Unreachable;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.transfer.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/** {@code POST /v1/documents} with many files, told of line by line. */
public final class BulkCall {

    private static final String BROKEN_OFF =
            "The answer broke off before its last line, which alone says whether anything is stored."
                    + " Nothing is taken to be; sending it again is safe.";

    private final Server server;

    public BulkCall(Server server) {
        this.server = server;
    }

    /**
     * Sends one upload.
     *
     * @param items is told of each file as soon as Lede has dealt with it: what will hold if all is stored in the end
     */
    public Result send(Transfer upload, BulkMode mode, Consumer<Item> items)
            throws CommandFailed, InterruptedException {
        var call = new Call("POST", "/v1/documents", mode.query(), Map.of("Accept", "application/x-ndjson"));
        return server.exchange(call, upload, body -> read(body, items));
    }

    static Result read(InputStream body, Consumer<Item> items) throws CommandFailed {
        try (MappingIterator<JsonNode> lines =
                Json.MAPPER.readerFor(JsonNode.class).readValues(body)) {
            while (lines.hasNextValue()) {
                var line = lines.nextValue();
                if (line.has("problem")) {
                    throw Refusals.of(line.path("problem"));
                }
                if (line.has("summary")) {
                    return Result.of(line);
                }
                items.accept(new Item(line));
            }
        } catch (JsonProcessingException halfALine) {
            throw new Unreachable(BROKEN_OFF);
        } catch (IOException lost) {
            throw new Unreachable(BROKEN_OFF + " (" + lost.getMessage() + ")");
        }
        throw new Unreachable(BROKEN_OFF);
    }
}
