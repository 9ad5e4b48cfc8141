package dev.lede.benchmark.rival;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * An answer of Lede's in two files, from which others serve the same.
 *
 * @param fields its header fields, a line each as {@code name: value}, without its length
 * @param bytes its body
 */
public record Sample(Path fields, Path bytes) {

    /** Keeps an answer in files of these names. */
    public static Sample of(HttpResponse<byte[]> answer, Path directory, String name) throws IOException {
        var fields = answer.headers().map().entrySet().stream()
                .filter(field -> !field.getKey().equalsIgnoreCase("content-length"))
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
        return new Sample(
                Files.writeString(directory.resolve(name + ".fields"), fields),
                Files.write(directory.resolve(name), answer.body()));
    }
}
