package dev.lede;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the table of packages: who may use whom. A sub-package inherits its parent's row, and every package has one but
 * the root, which may use all.
 */
class ArchitectureTest {

    private static final String ROOT = "dev.lede.";

    /** What everybody may use. */
    private static final String[] EVERYBODYS = {"hash"};

    private static final List<String> HTTP = List.of("http", "database");
    private static final List<String> GUARDED = with(HTTP, "access");
    private static final List<String> ARTICLE = with(GUARDED, "taxonomy", "thumbnail");
    private static final List<String> CHANGE = with(ARTICLE, "article");
    private static final List<String> SEARCH = with(CHANGE, "document", "markdown");
    private static final List<String> INGEST = with(SEARCH, "tree", "search");
    private static final List<String> OPERATION = with(INGEST, "ingest", "change", "feed");

    /** A package's row; who adds a package adds one. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("hash", List.of()),
            Map.entry("document", List.of()),
            Map.entry("markdown", List.of()),
            Map.entry("database", List.of()),
            Map.entry("tree", List.of("document")),
            Map.entry("cli", List.of("document", "tree")),
            Map.entry("http.problem", List.of()),
            Map.entry("http.outbound", List.of()),
            Map.entry("http.body", HTTP),
            Map.entry("http.manners", HTTP),
            Map.entry("http.pacing", HTTP),
            Map.entry("http.query", HTTP),
            Map.entry("http.caching", HTTP),
            Map.entry("access", HTTP),
            Map.entry("taxonomy", GUARDED),
            Map.entry("thumbnail", GUARDED),
            Map.entry("thumbnail.fetch", List.of("http.outbound")),
            Map.entry("thumbnail.picture", List.of()),
            Map.entry("article", ARTICLE),
            Map.entry("search", SEARCH),
            Map.entry("search.text", List.of()),
            Map.entry("search.token", List.of("search.text")),
            Map.entry("change", CHANGE),
            Map.entry("feed", CHANGE),
            Map.entry("ingest", INGEST),
            Map.entry("operation", OPERATION));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lede");

    private static List<String> with(List<String> row, String... more) {
        return Stream.concat(row.stream(), Stream.of(more)).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyPackageUsesOnlyWhatItsRowAllows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(ROOT + row.getKey() + "..")
                                .should()
                                .onlyDependOnClassesThat(foreignOr(row.getKey(), with(row.getValue(), EVERYBODYS)))
                                .check(CLASSES)));
    }

    @Test
    void everyPackageHasARow() {
        var without = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .filter(name -> MAY_USE.keySet().stream().noneMatch(row -> (name + ".").startsWith(ROOT + row + ".")))
                .distinct();
        assertThat(without).isEmpty();
    }

    private static DescribedPredicate<JavaClass> foreignOr(String own, List<String> others) {
        return DescribedPredicate.describe("not ours, or in " + own + " or " + others, type -> {
            var name = type.getPackageName() + ".";
            return !name.startsWith(ROOT)
                    || name.startsWith(ROOT + own + ".")
                    || others.stream().anyMatch(other -> name.startsWith(ROOT + other + "."));
        });
    }
}
