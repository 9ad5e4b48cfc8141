package dev.lede.article.query;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.http.query.Takes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The filters that every list of articles has, as {@link ArticleFilter} reads them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Requires(
        value = Role.PREVIEW,
        with = {"perspective=all", "asOf"})
@PublishedFilters
@Takes({"perspective", "asOf"})
public @interface ArticleFilters {}
