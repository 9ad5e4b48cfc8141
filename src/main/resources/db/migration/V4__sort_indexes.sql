-- Every field that lists are sorted by has its index, so that a page costs the same however many articles there are.
create index article_by_publish_date on article (publish_date, id) where visible and kind = 'page';
create index article_by_weight on article (weight, id) where visible and kind = 'page';
create index article_by_word_count on article (word_count, id) where visible and kind = 'page';
create index article_by_reading_time on article (reading_time, id) where visible and kind = 'page';
