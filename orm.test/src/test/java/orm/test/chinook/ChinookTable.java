package orm.test.chinook;

import static orm.test.chinook.Album_.ALBUM;
import static orm.test.chinook.Artist_.ARTIST;
import static orm.test.chinook.Customer_.CUSTOMER;
import static orm.test.chinook.Employee_.EMPLOYEE;
import static orm.test.chinook.Genre_.GENRE;
import static orm.test.chinook.InvoiceLine_.INVOICE_LINE;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.MediaType_.MEDIA_TYPE;
import static orm.test.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static orm.test.chinook.Playlist_.PLAYLIST;
import static orm.test.chinook.Track_.TRACK;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.model.EntityTable;

/**
 * One of the eleven tables.
 *
 * @param table the table
 * @param rows how many rows the scripts put into it
 * @param columns its columns, by their logical names
 * @param cells takes a record apart, in the order of the columns
 */
record ChinookTable<E>(
    EntityTable<E, ?> table,
    int rows,
    List<String> columns,
    Function<E, List<@Nullable Object>> cells) {

  /** Each behind those that it refers to. */
  static final List<ChinookTable<?>> ALL = List.of(
      new ChinookTable<>(
          ARTIST, 275, List.of("artist_id", "name"), a -> cells(a.artistId(), a.name())),
      new ChinookTable<>(
          ALBUM,
          347,
          List.of("album_id", "title", "artist_id"),
          a -> cells(a.albumId(), a.title(), ARTIST.key(a.artist()))),
      new ChinookTable<>(
          EMPLOYEE,
          8,
          List.of(
              "employee_id",
              "last_name",
              "first_name",
              "title",
              "reports_to",
              "birth_date",
              "hire_date",
              "address",
              "city",
              "state",
              "country",
              "postal_code",
              "phone",
              "fax",
              "email"),
          e -> cells(
              e.employeeId(),
              e.lastName(),
              e.firstName(),
              e.title(),
              EMPLOYEE.keyOrNull(e.reportsTo()),
              e.birthDate(),
              e.hireDate(),
              e.address(),
              e.city(),
              e.state(),
              e.country(),
              e.postalCode(),
              e.phone(),
              e.fax(),
              e.email())),
      new ChinookTable<>(
          CUSTOMER,
          59,
          List.of(
              "customer_id",
              "first_name",
              "last_name",
              "company",
              "address",
              "city",
              "state",
              "country",
              "postal_code",
              "phone",
              "fax",
              "email",
              "support_rep_id"),
          c -> cells(
              c.customerId(),
              c.firstName(),
              c.lastName(),
              c.company(),
              c.address(),
              c.city(),
              c.state(),
              c.country(),
              c.postalCode(),
              c.phone(),
              c.fax(),
              c.email(),
              EMPLOYEE.keyOrNull(c.supportRep()))),
      new ChinookTable<>(GENRE, 25, List.of("genre_id", "name"), g -> cells(g.genreId(), g.name())),
      new ChinookTable<>(
          MEDIA_TYPE, 5, List.of("media_type_id", "name"), m -> cells(m.mediaTypeId(), m.name())),
      new ChinookTable<>(
          TRACK,
          3_503,
          List.of(
              "track_id",
              "name",
              "album_id",
              "media_type_id",
              "genre_id",
              "composer",
              "milliseconds",
              "bytes",
              "unit_price"),
          t -> cells(
              t.trackId(),
              t.name(),
              ALBUM.keyOrNull(t.album()),
              MEDIA_TYPE.key(t.mediaType()),
              GENRE.keyOrNull(t.genre()),
              t.composer(),
              t.milliseconds(),
              t.bytes(),
              t.unitPrice())),
      new ChinookTable<>(
          PLAYLIST, 18, List.of("playlist_id", "name"), p -> cells(p.playlistId(), p.name())),
      new ChinookTable<>(
          PLAYLIST_TRACK,
          8_715,
          List.of("playlist_id", "track_id"),
          p -> cells(PLAYLIST.key(p.playlist()), TRACK.key(p.track()))),
      new ChinookTable<>(
          INVOICE,
          412,
          List.of(
              "invoice_id",
              "customer_id",
              "invoice_date",
              "billing_address",
              "billing_city",
              "billing_state",
              "billing_country",
              "billing_postal_code",
              "total"),
          i -> cells(
              i.invoiceId(),
              CUSTOMER.key(i.customer()),
              i.invoiceDate(),
              i.billingAddress(),
              i.billingCity(),
              i.billingState(),
              i.billingCountry(),
              i.billingPostalCode(),
              i.total())),
      new ChinookTable<>(
          INVOICE_LINE,
          2_240,
          List.of("invoice_line_id", "invoice_id", "track_id", "unit_price", "quantity"),
          l -> cells(
              l.invoiceLineId(),
              INVOICE.key(l.invoice()),
              TRACK.key(l.track()),
              l.unitPrice(),
              l.quantity())));

  private static List<@Nullable Object> cells(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  static List<EntityTable<?, ?>> tables() {
    return ALL.stream().<EntityTable<?, ?>>map(ChinookTable::table).toList();
  }

  @Override
  public String toString() {
    return table.name();
  }
}
