package dev.lede.http.caching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which content codings a client takes, RFC 9110 §12.5.3. */
public record AcceptEncoding(Map<String, Double> weights) {

    private static final String ANY = "*";
    private static final String IDENTITY = "identity";

    /** @param header the field's value, null when it was not sent */
    public static AcceptEncoding parse(@Nullable String header) {
        var weights = new HashMap<String, Double>();
        if (header != null) {
            for (var item : header.split(",", -1)) {
                var parts = item.split(";", -1);
                var coding = parts[0].strip().toLowerCase(Locale.ROOT);
                if (!coding.isEmpty()) {
                    weights.put(coding.equals("x-gzip") ? "gzip" : coding, weight(parts));
                }
            }
        }
        return new AcceptEncoding(Map.copyOf(weights));
    }

    /** Whether gzip is taken, and not less gladly than no coding. */
    public boolean prefersGzip() {
        double gzip = weights.getOrDefault("gzip", weights.getOrDefault(ANY, 0.0));
        return gzip > 0 && gzip >= weights.getOrDefault(IDENTITY, 0.0);
    }

    /** Whether an answer without coding is ruled out. */
    boolean refusesIdentity() {
        // RFC 9110 §12.5.3: identity is acceptable unless excluded by "identity;q=0", or "*;q=0" without "identity".
        return weights.getOrDefault(IDENTITY, weights.getOrDefault(ANY, 1.0)) == 0;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
