/** Many documents at once as HTTP has them: what is asked, and the answer line by line. It may use what its parent may. */
@NullMarked
package dev.lede.ingest.http.bulk;

import org.jspecify.annotations.NullMarked;
