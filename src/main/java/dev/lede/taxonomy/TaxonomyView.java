package dev.lede.taxonomy;

/** A configured taxonomy and how many terms visible articles bear in it. */
record TaxonomyView(String name, long terms) {}
