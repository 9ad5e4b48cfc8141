package dev.lede.ingest.derive;

import dev.lede.document.Finding;
import java.util.List;

/**
 * A picture that a document names by a relative path. Whether it is there is known to whoever has all the assets that
 * come with the document: they may come after it.
 *
 * @param paths of the assets that it may be, the likeliest first; never empty
 * @param missing what to tell the author when there is none of them
 */
public record NamedPicture(List<String> paths, Finding missing) {}
