package dev.lede.feed;

import dev.lede.article.query.PublishedFilters;
import dev.lede.http.query.Takes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every feed takes. Other parameters are ignored: readers and trackers add theirs to any address. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PublishedFilters
@Takes(
        value = {"sort", "limit", "cursor"},
        ignoresOthers = true)
public @interface FeedPaging {}
