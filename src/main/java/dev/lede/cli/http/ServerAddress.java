package dev.lede.cli.http;

import dev.lede.cli.outcome.CommandFailed;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a Lede answers.
 *
 * @param base scheme, host, port and the path that everything begins with; no slash at its end
 */
public record ServerAddress(String base) {

    /**
     * Reads {@code http://localhost:8080} or {@code https://example.org/behind/this/}.
     *
     * @throws CommandFailed when it is nothing of that kind
     */
    public static ServerAddress parse(String text) throws CommandFailed {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException malformed) {
            throw illegal(text);
        }
        var scheme = String.valueOf(uri.getScheme());
        var web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw illegal(text);
        }
        if (uri.getRawUserInfo() != null) {
            throw CommandFailed.usage(
                    "An address holds no user and no password here: --key-file or LEDE_KEY has the key.");
        }
        return new ServerAddress(uri.toString().replaceFirst("/+$", ""));
    }

    private static CommandFailed illegal(String text) {
        return CommandFailed.usage("\"" + text
                + "\" is no address of a Lede. It looks like http://localhost:8080 or https://example.org/base.");
    }

    /**
     * The address of a resource.
     *
     * @param path from {@code /v1} on, percent-encoded
     * @param query parameters as they are meant, not encoded
     */
    public URI of(String path, Map<String, String> query) {
        var parameters = query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String host() {
        return String.valueOf(URI.create(base).getHost());
    }

    @Override
    public String toString() {
        return base;
    }
}
