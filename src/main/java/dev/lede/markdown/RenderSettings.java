package dev.lede.markdown;

import java.util.Set;

/**
 * How bodies are rendered.
 *
 * @param summaryUnits how much an automatic summary should have at least: a Han, Kana or Hangul character is one unit,
 *     any other word two
 * @param iframeHosts hosts that may be shown in an {@code iframe}, in lower case, without port
 */
public record RenderSettings(int summaryUnits, Set<String> iframeHosts) {

    /** 140 units, no iframes. */
    public static final RenderSettings DEFAULT = new RenderSettings(140, Set.of());

    public RenderSettings {
        if (summaryUnits < 1) {
            throw new IllegalArgumentException("A summary has at least 1 unit, not " + summaryUnits);
        }
        iframeHosts = Set.copyOf(iframeHosts);
    }
}
