package orm.migration.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogTable;

/** Finds things that go beside things alike that come. */
final class RenameSuggestions {
  private static final int LEAST_LIKENESS = 50;

  private final Catalog base;
  private final Catalog target;
  private final List<RenameSuggestion> all = new ArrayList<>();

  RenameSuggestions(Catalog base, Catalog target) {
    this.base = base;
    this.target = target;
  }

  /** Each thing at most once, the likest first. */
  List<RenameSuggestion> found() {
    for (CatalogTable old : base.tables()) {
      CatalogTable same = target.table(old.name()).orElse(null);
      if (same != null) {
        columns(old, same);
      } else {
        target.tables().stream()
            .filter(table -> base.table(table.name()).isEmpty())
            .forEach(table -> suggest(
                new RenameSuggestion(old.name(), null, table.name().name(), likeness(old, table))));
      }
    }
    all.sort(Comparator.comparing(RenameSuggestion::likeness).reversed());
    Set<List<String>> used = new HashSet<>();
    List<RenameSuggestion> best = new ArrayList<>();
    for (RenameSuggestion each : all) {
      boolean isTable = each.column() == null;
      String scope = isTable ? "" : each.table().toString();
      List<String> from =
          List.of("from", scope, isTable ? each.table().name() : "" + each.column());
      List<String> to = List.of("to", scope, each.to());
      if (!used.contains(from) && !used.contains(to)) {
        used.add(from);
        used.add(to);
        best.add(each);
      }
    }
    return best;
  }

  private void suggest(RenameSuggestion suggestion) {
    if (suggestion.likeness() >= LEAST_LIKENESS) {
      all.add(suggestion);
    }
  }

  private void columns(CatalogTable old, CatalogTable now) {
    for (CatalogColumn gone : old.columns()) {
      if (now.column(gone.name()).isEmpty()) {
        now.columns().stream()
            .filter(come -> old.column(come.name()).isEmpty())
            .filter(come -> come.type().equals(gone.type()))
            .forEach(come -> suggest(new RenameSuggestion(
                now.name(), gone.name(), come.name(), likeness(old, gone, now, come))));
      }
    }
  }

  /** Half by place and properties, half by name; the type is the same. */
  private static int likeness(
      CatalogTable old, CatalogColumn gone, CatalogTable now, CatalogColumn come) {
    int points = likeness(gone.name(), come.name()) / 2;
    points += old.columns().indexOf(gone) == now.columns().indexOf(come) ? 35 : 0;
    points += gone.nullable() == come.nullable() ? 15 : 0;
    return points;
  }

  /** Mostly by columns of the same name and type. */
  private static int likeness(CatalogTable old, CatalogTable now) {
    long same = old.columns().stream()
        .filter(column -> now.column(column.name())
            .filter(other -> other.type().equals(column.type()))
            .isPresent())
        .count();
    int most = Math.max(old.columns().size(), now.columns().size());
    int byColumns = most == 0 ? 0 : (int) (75 * same / most);
    return byColumns + likeness(old.name().name(), now.name().name()) / 4;
  }

  /** How much of the longer name need not be typed anew, in per cent. */
  private static int likeness(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    return longest == 0
        ? 100
        : 100
            * (longest - distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT)))
            / longest;
  }

  /** How many characters must be put in, taken out or replaced (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
