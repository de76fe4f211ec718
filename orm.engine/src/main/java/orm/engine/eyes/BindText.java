package orm.engine.eyes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.json.Json;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Disclosure;
import orm.engine.plan.Documents;
import orm.engine.plan.StoredValue;
import orm.spi.mapping.Binder;

/** Writes bound values for people: masked, cut, and not too many of them. Used by one thread. */
public final class BindText {
  static final String MASK = "***";

  /** Letters of one value. */
  private static final int LONGEST = 100;

  /** Values of one statement, elements of one list. */
  private static final int MOST = 100;

  /** Rows of one statement. */
  private static final int MOST_ROWS = 3;

  private final boolean all;
  private final List<String> shown = new ArrayList<>();
  private int omitted;
  private boolean sensitive;

  /** Binds the columns of one row. */
  @FunctionalInterface
  public interface RowBinding {
    /**
     * Binds them.
     *
     * @param index the number of the row, from 0
     * @param out takes one value per column
     */
    void bind(int index, Binder out);
  }

  /**
   * Begins.
   *
   * @param all whether to show values that belong to no column
   */
  BindText(boolean all) {
    this.all = all;
  }

  List<String> done() {
    if (omitted > 0) {
      shown.add("… " + omitted + " more");
      omitted = 0;
    }
    return List.copyOf(shown);
  }

  /** Whether one of the values must never be seen. */
  boolean isSensitive() {
    return sensitive;
  }

  /**
   * Adds the next value.
   *
   * @param disclosure who may see it
   * @param value the value as it is sent; null for null
   */
  public void add(Disclosure disclosure, @Nullable Object value) {
    if (shown.size() >= MOST) {
      sensitive |= disclosure == Disclosure.SENSITIVE;
      omitted++;
      return;
    }
    shown.add(text(disclosure, value));
  }

  /** Adds a value that is known when the statement runs, such as the keys of rows. */
  public void addKeys() {
    shown.add("<keys>");
  }

  /**
   * Adds the columns of rows, in the order of their parameters. One row gives one value for each
   * column, several give one text for each of the first rows.
   *
   * @param columns the columns
   * @param positions the parameter of each column, 0 for none; null to count from 1
   * @param rows how many rows there are
   * @param binding binds each of them
   */
  public void addRows(
      List<ColumnModel> columns, int @Nullable [] positions, int rows, RowBinding binding) {
    for (int i = 0; i < Math.min(rows, MOST_ROWS); i++) {
      RowText row = new RowText(columns, positions);
      binding.bind(i, row);
      if (rows == 1) {
        row.values().forEach(value -> {
          if (shown.size() < MOST) {
            shown.add(value);
          } else {
            omitted++;
          }
        });
      } else {
        shown.add("(" + String.join(", ", row.values()) + ")");
      }
    }
    if (rows > MOST_ROWS) {
      shown.add("… " + (rows - MOST_ROWS) + " more rows");
    }
  }

  private String text(Disclosure disclosure, @Nullable Object value) {
    sensitive |= disclosure == Disclosure.SENSITIVE;
    boolean open = disclosure == Disclosure.OPEN || (all && disclosure == Disclosure.UNKNOWN);
    return open ? text(value) : MASK;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return "'" + cut(text.toString()) + "'";
    } else if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    } else if (value instanceof List<?> list) {
      StringBuilder text = new StringBuilder("[");
      for (int i = 0; i < Math.min(list.size(), MOST); i++) {
        text.append(i == 0 ? "" : ", ").append(text(list.get(i)));
      }
      return text.append(list.size() > MOST ? ", … " + (list.size() - MOST) + " more]" : "]")
          .toString();
    }
    return cut(String.valueOf(value));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return inOneLine(text);
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return inOneLine(text.substring(0, end)) + "… (" + text.length() + " characters)";
  }

  /** A value shall not look like lines of a log, nor command a terminal. */
  private static String inOneLine(String text) {
    if (text.chars().noneMatch(BindText::isControl)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.chars().forEach(letter -> {
      if (isControl(letter)) {
        plain.append(String.format("\\u%04x", letter));
      } else {
        plain.append((char) letter);
      }
    });
    return plain.toString();
  }

  private static boolean isControl(int letter) {
    return Character.isISOControl(letter) || letter == '\u2028' || letter == '\u2029';
  }

  /** The values of one row, by their parameters. */
  private final class RowText implements Binder {
    private final List<ColumnModel> columns;
    private final int @Nullable [] positions;
    private final @Nullable String[] values;
    private int next;

    RowText(List<ColumnModel> columns, int @Nullable [] positions) {
      this.columns = columns;
      this.positions = positions;
      int last = columns.size();
      if (positions != null) {
        for (int position : positions) {
          last = Math.max(last, position);
        }
      }
      this.values = new String[last];
    }

    List<String> values() {
      List<String> bound = new ArrayList<>();
      for (String value : values) {
        if (value != null) {
          bound.add(value);
        }
      }
      return bound;
    }

    @Override
    public Binder bind(boolean value) {
      return bind((Object) value);
    }

    @Override
    public Binder bind(int value) {
      return bind((Object) value);
    }

    @Override
    public Binder bind(long value) {
      return bind((Object) value);
    }

    @Override
    public Binder bind(double value) {
      return bind((Object) value);
    }

    @Override
    public Binder bind(@Nullable String value) {
      return bind((Object) value);
    }

    @Override
    public Binder bind(@Nullable Object value) {
      int column = next++;
      int position = positions == null ? next : positions[column];
      if (position > 0) {
        ColumnModel model = columns.get(column);
        Disclosure disclosure = Disclosure.of(model.schema());
        values[position - 1] = disclosure == Disclosure.OPEN
            ? text(disclosure, stored(model, value))
            : text(disclosure, null);
      }
      return this;
    }

    /** What a converter hides by what it makes of a value stays hidden. */
    private @Nullable Object stored(ColumnModel column, @Nullable Object value) {
      return value == null || column.converter() == null
          ? value
          : StoredValue.of(column.place(), column.type(), column.converter(), value);
    }

    @Override
    public Json toJson(Class<?> type, @Nullable Object value) {
      ColumnModel column = columns.get(next); // the document is bound once it is made
      return Documents.of(column.place(), column.converter()).toJson(column.place(), type, value);
    }

    @Override
    public <T> @Nullable T fromJson(Class<T> type, Json json) {
      throw new UnsupportedOperationException("a binder reads nothing");
    }

    @Override
    public Binder bindNulls(int count) {
      for (int i = 0; i < count; i++) {
        bind((Object) null);
      }
      return this;
    }
  }
}
