package dev.lede.thumbnail.rendition;

import dev.lede.thumbnail.ThumbnailConfig;
import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.picture.Size;
import dev.lede.thumbnail.rendition.RenditionName.Measure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sizes on offer: what is not configured is not made, so that nobody can have work done without end. Immutable. */
@Singleton
public class RenditionNames {

    /** In pixels: no side of a rendition is longer. */
    private static final int LONGEST_SIDE = 4_096;

    private static final Pattern CROP = Pattern.compile("([1-9][0-9]{0,3})x([1-9][0-9]{0,3})");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

    private final Map<String, Measure> measures = new HashMap<>();
    private final List<Integer> widths;

    RenditionNames(ThumbnailConfig config) {
        this.widths = config.widths();
        for (int width : widths) {
            check(width >= 1 && width <= LONGEST_SIDE, "lede.thumbnail.widths", Integer.toString(width));
            measures.put(Integer.toString(width), new Measure.Wide(width));
        }
        config.presets().forEach((name, size) -> measures.put(name, preset(name, size)));
    }

    private static Measure preset(String name, String size) {
        var crop = CROP.matcher(size.strip());
        check(NAME.matcher(name).matches() && crop.matches(), "lede.thumbnail.presets." + name, size);
        int width = Integer.parseInt(crop.group(1));
        int height = Integer.parseInt(crop.group(2));
        check(Math.max(width, height) <= LONGEST_SIDE, "lede.thumbnail.presets." + name, size);
        return new Measure.Filling(width, height);
    }

    private static void check(boolean holds, String key, String value) {
        if (!holds) {
            throw new IllegalStateException(
                    key + " is \"" + value + "\": widths and presets such as 400x300 have sides of " + "1 to "
                            + LONGEST_SIDE + " pixels, and presets names such as \"card\".");
        }
    }

    /** What cannot be read in the configuration ends the start, not the first request. */
    void start(@Observes StartupEvent started) {}

    /**
     * Reads a name.
     *
     * @param size a width or the name of a preset
     * @return nothing when there is none of that size
     */
    public Optional<RenditionName> of(String size, Format format) {
        return Optional.ofNullable(measures.get(size)).map(measure -> new RenditionName(measure, format));
    }

    /** All of them, for people. */
    public String all() {
        return measures.keySet().stream()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(", "));
    }

    /** All that is best made together with one: the other widths in its format, since reading a picture takes longest. */
    List<RenditionSpec> together(RenditionSpec spec) {
        return spec.size() instanceof Size.Width
                ? widths.stream()
                        .map(width -> new RenditionSpec(new Size.Width(width), spec.format()))
                        .toList()
                : List.of(spec);
    }
}
