package dev.lede.ingest.spool.archive;

import dev.lede.ingest.spool.SpoolWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

/** A form (RFC 7578): the file name of a part is its path, and what has none is no file. */
public final class MultipartArchive implements Archive {

    private static final int LARGEST_HEADERS = 8_192;
    // RFC 6266 §4.3, and RFC 7578 §4.2 for what browsers do instead.
    private static final Pattern EXTENDED =
            Pattern.compile(";\\s*filename\\*\\s*=\\s*UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile(";\\s*filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(";\\s*filename\\s*=\\s*([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISPOSITION =
            Pattern.compile("^content-disposition:(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final String boundary;

    /** @param boundary as the content type has it */
    public MultipartArchive(String boundary) {
        this.boundary = boundary;
    }

    @Override
    public void read(InputStream upload, SpoolWriter into) throws IOException {
        try {
            var form = MultipartInput.builder()
                    .setInputStream(upload)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .setPartHeaderSizeMax(LARGEST_HEADERS)
                    .get();
            form.setHeaderCharset(StandardCharsets.UTF_8);
            for (var more = form.skipPreamble(); more; more = form.readBoundary()) {
                var name = name(form.readHeaders());
                if (name.isPresent()) {
                    into.add(name.get(), form.newInputStream());
                } else {
                    form.discardBodyData();
                }
            }
        } catch (FileUploadSizeException | IllegalArgumentException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    private static Optional<String> name(String headers) {
        var disposition = DISPOSITION.matcher(headers);
        if (!disposition.find()) {
            return Optional.empty();
        }
        var value = disposition.group(1);
        return group(EXTENDED, value)
                .map(encoded -> URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .or(() -> group(QUOTED, value)
                        .map(quoted -> quoted.replaceAll("\\\\(.)", "$1").replace("%22", "\"")))
                .or(() -> group(BARE, value))
                .filter(name -> !name.isEmpty());
    }

    private static Optional<String> group(Pattern pattern, String value) {
        var found = pattern.matcher(value);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
