package orm.test.fulltext;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.Unique;

/** A table as it might change over time. */
public final class Notes {
  private Notes() {}

  /** Without an index. */
  @Entity(table = "note")
  public record Plain(@Id @Generated @Nullable Long id, String title, String body, int pages) {}

  /** With one. */
  @Entity(table = "note")
  @FullText(
      value = {"title", "body"},
      name = "note_text")
  public record Indexed(@Id @Generated @Nullable Long id, String title, String body, int pages) {}

  /** With one of the same name, but of less. */
  @Entity(table = "note")
  public record Changed(
      @Id @Generated @Nullable Long id,
      String title,
      @FullText(name = "note_text") String body,
      int pages) {}

  /** With one of another name. */
  @Entity(table = "note")
  @FullText(
      value = {"title", "body"},
      name = "note_words")
  public record Renamed(@Id @Generated @Nullable Long id, String title, String body, int pages) {}

  /** With a column of another name. */
  @Entity(table = "note")
  @FullText(
      value = {"heading", "body"},
      name = "note_text")
  public record Headed(
      @Id @Generated @Nullable Long id,
      @RenamedFrom("title") String heading,
      String body,
      int pages) {}

  /** So changed that SQLite makes the table anew. */
  @Entity(table = "note")
  @FullText(
      value = {"title", "body"},
      name = "note_text")
  public record Anew(
      @Id @Generated @Nullable Long id,
      String title,
      String body,
      @Unique long pages) {}

  /** With names that mean something elsewhere. */
  @Entity(table = "od\"d `ta'ble")
  @FullText(
      value = {"rank", "rowid", "text"},
      name = "odd_words")
  public record Odd(
      @Id @Column("num\"ber") int number,
      String rank,
      String rowid,
      @Column("te`x't") @Nullable String text) {}

  /** Under another name. */
  @Entity(table = "memo")
  @RenamedFrom("note")
  @FullText(
      value = {"title", "body"},
      name = "note_text")
  public record Moved(@Id @Generated @Nullable Long id, String title, String body, int pages) {}
}
