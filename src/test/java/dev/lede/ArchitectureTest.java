package dev.lede;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of packages: who may use whom. A sub-package inherits its parent's row. */
class ArchitectureTest {

    private static final String ROOT = "dev.lede.";

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("document", List.of()),
            Map.entry("markdown", List.of()),
            Map.entry("database", List.of()),
            Map.entry("tree", List.of("document")),
            Map.entry("cli", List.of("document", "tree")),
            Map.entry("http.problem", List.of()),
            Map.entry("http.body", List.of("http", "database")),
            Map.entry("http.manners", List.of("http", "database")),
            Map.entry("http.query", List.of("http", "database")),
            Map.entry("http.caching", List.of("http", "database")),
            Map.entry("access", List.of("http", "database")),
            Map.entry("taxonomy", List.of("access", "http", "database")),
            Map.entry("thumbnail", List.of("access", "http", "database")),
            Map.entry("article", List.of("taxonomy", "thumbnail", "access", "http", "database")),
            Map.entry("change", List.of("article", "taxonomy", "thumbnail", "access", "http", "database")),
            Map.entry(
                    "ingest",
                    List.of(
                            "document",
                            "tree",
                            "markdown",
                            "article",
                            "taxonomy",
                            "thumbnail",
                            "search",
                            "access",
                            "http",
                            "database")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lede");

    @TestFactory
    Stream<DynamicTest> everyPackageUsesOnlyWhatItsRowAllows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(ROOT + row.getKey() + "..")
                                .should()
                                .onlyDependOnClassesThat(foreignOr(row.getKey(), row.getValue()))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
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
