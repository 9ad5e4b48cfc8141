package dev.lede.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // header                            | prefers gzip | refuses identity
                "-                                   | false | false",
                "''                                  | false | false",
                "gzip                                | true  | false",
                "GZIP                                | true  | false",
                "x-gzip                              | true  | false",
                "br                                  | false | false",
                "br, gzip;q=0.5                      | true  | false",
                "gzip;q=0                            | false | false",
                "gzip;q=0.5, identity                | false | false",
                "gzip, identity;q=0.5                | true  | false",
                "gzip;q=0.5, identity;q=0.5          | true  | false",
                "*                                   | true  | false",
                "*, gzip;q=0                         | false | false",
                "*;q=0                               | false | true",
                "identity;q=0                        | false | true",
                "gzip, identity;q=0                  | true  | true",
                "gzip, *;q=0                         | true  | true",
                "identity, *;q=0                     | false | false",
                "gzip ; q = 1                        | true  | false",
                "gzip;Q=0                            | false | false",
                "gzip;q=abc                          | false | false",
                "gzip;q=NaN                          | false | false",
                "gzip;q=-1                           | false | false",
                ", ,gzip,                            | true  | false"
            })
    void weighsTheCodings(@Nullable String header, boolean prefersGzip, boolean refusesIdentity) {
        var accepted = AcceptEncoding.parse(header);
        assertThat(accepted.prefersGzip()).isEqualTo(prefersGzip);
        assertThat(accepted.refusesIdentity()).isEqualTo(refusesIdentity);
    }
}
