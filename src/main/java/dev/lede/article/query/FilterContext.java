package dev.lede.article.query;

import java.time.ZoneId;
import java.util.List;

/**
 * What reading a filter needs to know of the installation.
 *
 * @param zone whose days {@code from} and {@code to} mean
 * @param taxonomies the configured ones
 */
public record FilterContext(ZoneId zone, List<String> taxonomies) {}
