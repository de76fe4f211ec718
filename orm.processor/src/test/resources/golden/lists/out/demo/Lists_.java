// Generated from demo.Lists; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code lists}, whose rows are {@link Lists}. */
@Generated("orm.processor")
@NullMarked
public final class Lists_ extends EntityTable<Lists, Integer> {
  /** The table under its own name. */
  public static final Lists_ LISTS = new Lists_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Lists, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code texts}. */
  public final ListColumn<Lists, String> texts = new ListColumn<>(source, "texts", String.class);

  /** Column {@code short_texts}. */
  public final ListColumn<Lists, String> shortTexts =
      new ListColumn<>(source, "short_texts", String.class);

  /** Column {@code numbers}. */
  public final ListColumn<Lists, Integer> numbers =
      new ListColumn<>(source, "numbers", Integer.class);

  /** Column {@code uuids}. */
  public final ListColumn<Lists, UUID> uuids = new ListColumn<>(source, "uuids", UUID.class);

  /** Column {@code flags}. */
  public final ListColumn<Lists, Boolean> flags = new ListColumn<>(source, "flags", Boolean.class);

  /** Column {@code durations}. */
  public final ListColumn<Lists, Duration> durations =
      new ListColumn<>(source, "durations", Duration.class);

  /** Column {@code tones}. */
  public final ListColumn<Lists, Lists.Tone> tones =
      new ListColumn<>(source, "tones", Lists.Tone.class);

  /** Column {@code instants}. */
  public final ListColumn<Lists, Instant> instants =
      new ListColumn<>(source, "instants", Instant.class);

  /** Column {@code amounts}. */
  public final ListColumn<Lists, BigDecimal> amounts =
      new ListColumn<>(source, "amounts", BigDecimal.class);

  /** Column {@code ints}. */
  public final ListColumn<Lists, Integer> ints = new ListColumn<>(source, "ints", Integer.class);

  /** Column {@code longs}. */
  public final ListColumn<Lists, Long> longs = new ListColumn<>(source, "longs", Long.class);

  /** Column {@code doubles}. */
  public final ListColumn<Lists, Double> doubles =
      new ListColumn<>(source, "doubles", Double.class);

  /** Column {@code booleans}. */
  public final ListColumn<Lists, Boolean> booleans =
      new ListColumn<>(source, "booleans", Boolean.class);

  /** Column {@code shorts}. */
  public final ListColumn<Lists, Short> shorts = new ListColumn<>(source, "shorts", Short.class);

  /** Column {@code floats}. */
  public final ListColumn<Lists, Float> floats = new ListColumn<>(source, "floats", Float.class);

  /** Column {@code chars}. */
  public final ListColumn<Lists, Character> chars =
      new ListColumn<>(source, "chars", Character.class);

  /** Column {@code strings}. */
  public final ListColumn<Lists, String> strings =
      new ListColumn<>(source, "strings", String.class);

  /** Column {@code tone_array}. */
  public final ListColumn<Lists, Lists.Tone> toneArray =
      new ListColumn<>(source, "tone_array", Lists.Tone.class);

  /** Column {@code times}. */
  public final ListColumn<Lists, LocalTime> times =
      new ListColumn<>(source, "times", LocalTime.class);

  /** Column {@code offsets}. */
  public final ListColumn<Lists, OffsetDateTime> offsets =
      new ListColumn<>(source, "offsets", OffsetDateTime.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "numbers, longs, offsets";

  /** Makes an instance of the table, for a path or an alias. */
  public Lists_(Source<Lists> source) {
    super("lists", source, Mapping.INSTANCE);
  }

  @Override
  public Lists_ as(String alias) {
    return new Lists_(source.as(alias));
  }

  /** A copy to be changed: {@code Lists_.edit(lists).texts(…).done()}. */
  public static Edit edit(Lists lists) {
    return new Edit(lists);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Lists, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Lists read(Row row) {
      return new Lists(
          row.nextInt(),
          row.nextList(String.class),
          row.nextList(String.class),
          row.nextListOrNull(Integer.class),
          Optional.ofNullable(row.nextListOrNull(UUID.class)),
          row.nextList(Boolean.class),
          row.nextList(Duration.class),
          row.nextList(Lists.Tone.class),
          row.nextList(Instant.class),
          row.nextList(BigDecimal.class),
          intArray(row.nextList(Integer.class)),
          longArray(row.nextListOrNull(Long.class)),
          Optional.ofNullable(doubleArray(row.nextListOrNull(Double.class))),
          booleanArray(row.nextList(Boolean.class)),
          shortArray(row.nextList(Short.class)),
          floatArray(row.nextList(Float.class)),
          charArray(row.nextList(Character.class)),
          stringArray(row.nextList(String.class)),
          listsToneArray(row.nextList(Lists.Tone.class)),
          localTimeArray(row.nextList(LocalTime.class)),
          offsetDateTimeArray(row.nextListOrNull(OffsetDateTime.class)));
    }

    @Override
    public void write(Lists lists, Binder out) {
      out.bind(lists.id());
      out.bind(lists.texts());
      out.bind(lists.shortTexts());
      out.bind(lists.numbers());
      out.bind(lists.uuids().orElse(null));
      out.bind(lists.flags());
      out.bind(lists.durations());
      out.bind(lists.tones());
      out.bind(lists.instants());
      out.bind(lists.amounts());
      out.bind(intList(lists.ints()));
      out.bind(longList(lists.longs()));
      out.bind(doubleList(lists.doubles().orElse(null)));
      out.bind(booleanList(lists.booleans()));
      out.bind(shortList(lists.shorts()));
      out.bind(floatList(lists.floats()));
      out.bind(charList(lists.chars()));
      out.bind(stringList(lists.strings()));
      out.bind(listsToneList(lists.toneArray()));
      out.bind(localTimeList(lists.times()));
      out.bind(offsetDateTimeList(lists.offsets()));
    }

    @Override
    public Lists beforeInsert(Lists lists, Stamp stamp) {
      List<Instant> instants = storedInstants(lists.instants());
      List<BigDecimal> amounts = storedAmounts(lists.amounts());
      LocalTime[] times = storedTimes(lists.times());
      OffsetDateTime[] offsets = storedOffsets(lists.offsets());
      if (instants == lists.instants()
          && amounts == lists.amounts()
          && times == lists.times()
          && offsets == lists.offsets()) {
        return lists;
      }
      return edit(lists).instants(instants).amounts(amounts).times(times).offsets(offsets).done();
    }

    @Override
    public Lists beforeUpdate(Lists lists, Stamp stamp) {
      return beforeInsert(lists, stamp);
    }

    @Override
    public Lists withGenerated(Lists lists, Row row) {
      return lists;
    }

    @Override
    public Lists withNextVersion(Lists lists) {
      return lists;
    }

    @Override
    public Integer key(Lists lists) {
      return lists.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table lists
          column id int
          column texts list(text)
          column short_texts list(text(20))
          column numbers list(int) null
          column uuids list(uuid) null
          column flags list(boolean)
          column durations list(duration)
          column tones list(enum native tone(HIGH, LOW))
          column instants list(instant)
          column amounts list(decimal(5,2))
          column ints list(int)
          column longs list(bigint) null
          column doubles list(double) null
          column booleans list(boolean)
          column shorts list(smallint)
          column floats list(real)
          column chars list(text(1))
          column strings list(text)
          column tone_array list(enum(HIGH, LOW))
          column times list(time)
          column offsets list(instant) null
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "b6e49509e197e24d";
    }

    static int[] intArray(List<Integer> list) {
      if (list == null) {
        return null;
      }
      int[] array = new int[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static long[] longArray(List<Long> list) {
      if (list == null) {
        return null;
      }
      long[] array = new long[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static double[] doubleArray(List<Double> list) {
      if (list == null) {
        return null;
      }
      double[] array = new double[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static boolean[] booleanArray(List<Boolean> list) {
      if (list == null) {
        return null;
      }
      boolean[] array = new boolean[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static short[] shortArray(List<Short> list) {
      if (list == null) {
        return null;
      }
      short[] array = new short[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static float[] floatArray(List<Float> list) {
      if (list == null) {
        return null;
      }
      float[] array = new float[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static char[] charArray(List<Character> list) {
      if (list == null) {
        return null;
      }
      char[] array = new char[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static String[] stringArray(List<String> list) {
      if (list == null) {
        return null;
      }
      String[] array = new String[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static Lists.Tone[] listsToneArray(List<Lists.Tone> list) {
      if (list == null) {
        return null;
      }
      Lists.Tone[] array = new Lists.Tone[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static LocalTime[] localTimeArray(List<LocalTime> list) {
      if (list == null) {
        return null;
      }
      LocalTime[] array = new LocalTime[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static OffsetDateTime[] offsetDateTimeArray(List<OffsetDateTime> list) {
      if (list == null) {
        return null;
      }
      OffsetDateTime[] array = new OffsetDateTime[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static List<Integer> intList(int[] array) {
      if (array == null) {
        return null;
      }
      List<Integer> list = new ArrayList<>(array.length);
      for (int element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Long> longList(long[] array) {
      if (array == null) {
        return null;
      }
      List<Long> list = new ArrayList<>(array.length);
      for (long element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Double> doubleList(double[] array) {
      if (array == null) {
        return null;
      }
      List<Double> list = new ArrayList<>(array.length);
      for (double element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Boolean> booleanList(boolean[] array) {
      if (array == null) {
        return null;
      }
      List<Boolean> list = new ArrayList<>(array.length);
      for (boolean element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Short> shortList(short[] array) {
      if (array == null) {
        return null;
      }
      List<Short> list = new ArrayList<>(array.length);
      for (short element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Float> floatList(float[] array) {
      if (array == null) {
        return null;
      }
      List<Float> list = new ArrayList<>(array.length);
      for (float element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Character> charList(char[] array) {
      if (array == null) {
        return null;
      }
      List<Character> list = new ArrayList<>(array.length);
      for (char element : array) {
        list.add(element);
      }
      return list;
    }

    static List<String> stringList(String[] array) {
      if (array == null) {
        return null;
      }
      List<String> list = new ArrayList<>(array.length);
      for (String element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Lists.Tone> listsToneList(Lists.Tone[] array) {
      if (array == null) {
        return null;
      }
      List<Lists.Tone> list = new ArrayList<>(array.length);
      for (Lists.Tone element : array) {
        list.add(element);
      }
      return list;
    }

    static List<LocalTime> localTimeList(LocalTime[] array) {
      if (array == null) {
        return null;
      }
      List<LocalTime> list = new ArrayList<>(array.length);
      for (LocalTime element : array) {
        list.add(element);
      }
      return list;
    }

    static List<OffsetDateTime> offsetDateTimeList(OffsetDateTime[] array) {
      if (array == null) {
        return null;
      }
      List<OffsetDateTime> list = new ArrayList<>(array.length);
      for (OffsetDateTime element : array) {
        list.add(element);
      }
      return list;
    }

    static List<Instant> storedInstants(List<Instant> values) {
      if (values == null) {
        return null;
      }
      List<Instant> stored = values;
      for (int i = 0; i < values.size(); i++) {
        Instant element = Stored.form(values.get(i));
        if (element != values.get(i)) {
          if (stored == values) {
            stored = new ArrayList<>(values);
          }
          stored.set(i, element);
        }
      }
      return stored;
    }

    static List<BigDecimal> storedAmounts(List<BigDecimal> values) {
      if (values == null) {
        return null;
      }
      List<BigDecimal> stored = values;
      for (int i = 0; i < values.size(); i++) {
        BigDecimal element = Stored.form(values.get(i), 2);
        if (element != values.get(i)) {
          if (stored == values) {
            stored = new ArrayList<>(values);
          }
          stored.set(i, element);
        }
      }
      return stored;
    }

    static LocalTime[] storedTimes(LocalTime[] values) {
      if (values == null) {
        return null;
      }
      LocalTime[] stored = values;
      for (int i = 0; i < values.length; i++) {
        LocalTime element = Stored.form(values[i]);
        if (element != values[i]) {
          if (stored == values) {
            stored = values.clone();
          }
          stored[i] = element;
        }
      }
      return stored;
    }

    static OffsetDateTime[] storedOffsets(OffsetDateTime[] values) {
      if (values == null) {
        return null;
      }
      OffsetDateTime[] stored = values;
      for (int i = 0; i < values.length; i++) {
        OffsetDateTime element = Stored.form(values[i]);
        if (element != values[i]) {
          if (stored == values) {
            stored = values.clone();
          }
          stored[i] = element;
        }
      }
      return stored;
    }
  }

  /** Changes components of {@link Lists} one by one. */
  public static final class Edit {
    private int id;
    private List<String> texts;
    private List<String> shortTexts;
    private @Nullable List<Integer> numbers;
    private Optional<List<UUID>> uuids;
    private List<Boolean> flags;
    private List<Duration> durations;
    private List<Lists.Tone> tones;
    private List<Instant> instants;
    private List<BigDecimal> amounts;
    private int[] ints;
    private long @Nullable [] longs;
    private Optional<double[]> doubles;
    private boolean[] booleans;
    private short[] shorts;
    private float[] floats;
    private char[] chars;
    private String[] strings;
    private Lists.Tone[] toneArray;
    private LocalTime[] times;
    private OffsetDateTime @Nullable [] offsets;

    private Edit(Lists lists) {
      id = lists.id();
      texts = lists.texts();
      shortTexts = lists.shortTexts();
      numbers = lists.numbers();
      uuids = lists.uuids();
      flags = lists.flags();
      durations = lists.durations();
      tones = lists.tones();
      instants = lists.instants();
      amounts = lists.amounts();
      ints = lists.ints();
      longs = lists.longs();
      doubles = lists.doubles();
      booleans = lists.booleans();
      shorts = lists.shorts();
      floats = lists.floats();
      chars = lists.chars();
      strings = lists.strings();
      toneArray = lists.toneArray();
      times = lists.times();
      offsets = lists.offsets();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code texts}. */
    public Edit texts(List<String> texts) {
      this.texts = texts;
      return this;
    }

    /** Changes {@code shortTexts}. */
    public Edit shortTexts(List<String> shortTexts) {
      this.shortTexts = shortTexts;
      return this;
    }

    /** Changes {@code numbers}. */
    public Edit numbers(@Nullable List<Integer> numbers) {
      this.numbers = numbers;
      return this;
    }

    /** Changes {@code uuids}. */
    public Edit uuids(Optional<List<UUID>> uuids) {
      this.uuids = uuids;
      return this;
    }

    /** Changes {@code flags}. */
    public Edit flags(List<Boolean> flags) {
      this.flags = flags;
      return this;
    }

    /** Changes {@code durations}. */
    public Edit durations(List<Duration> durations) {
      this.durations = durations;
      return this;
    }

    /** Changes {@code tones}. */
    public Edit tones(List<Lists.Tone> tones) {
      this.tones = tones;
      return this;
    }

    /** Changes {@code instants}. */
    public Edit instants(List<Instant> instants) {
      this.instants = instants;
      return this;
    }

    /** Changes {@code amounts}. */
    public Edit amounts(List<BigDecimal> amounts) {
      this.amounts = amounts;
      return this;
    }

    /** Changes {@code ints}. */
    public Edit ints(int[] ints) {
      this.ints = ints;
      return this;
    }

    /** Changes {@code longs}. */
    public Edit longs(long @Nullable [] longs) {
      this.longs = longs;
      return this;
    }

    /** Changes {@code doubles}. */
    public Edit doubles(Optional<double[]> doubles) {
      this.doubles = doubles;
      return this;
    }

    /** Changes {@code booleans}. */
    public Edit booleans(boolean[] booleans) {
      this.booleans = booleans;
      return this;
    }

    /** Changes {@code shorts}. */
    public Edit shorts(short[] shorts) {
      this.shorts = shorts;
      return this;
    }

    /** Changes {@code floats}. */
    public Edit floats(float[] floats) {
      this.floats = floats;
      return this;
    }

    /** Changes {@code chars}. */
    public Edit chars(char[] chars) {
      this.chars = chars;
      return this;
    }

    /** Changes {@code strings}. */
    public Edit strings(String[] strings) {
      this.strings = strings;
      return this;
    }

    /** Changes {@code toneArray}. */
    public Edit toneArray(Lists.Tone[] toneArray) {
      this.toneArray = toneArray;
      return this;
    }

    /** Changes {@code times}. */
    public Edit times(LocalTime[] times) {
      this.times = times;
      return this;
    }

    /** Changes {@code offsets}. */
    public Edit offsets(OffsetDateTime @Nullable [] offsets) {
      this.offsets = offsets;
      return this;
    }

    /** {@return the record with the changes} */
    public Lists done() {
      return new Lists(
          id,
          texts,
          shortTexts,
          numbers,
          uuids,
          flags,
          durations,
          tones,
          instants,
          amounts,
          ints,
          longs,
          doubles,
          booleans,
          shorts,
          floats,
          chars,
          strings,
          toneArray,
          times,
          offsets);
    }
  }
}
