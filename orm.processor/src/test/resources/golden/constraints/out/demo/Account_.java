// Generated from demo.Account; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code bank_account}, whose rows are {@link Account}. */
@Generated("orm.processor")
@NullMarked
public final class Account_ extends EntityTable<Account, Long> {
  /** The table under its own name. */
  public static final Account_ ACCOUNT = new Account_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Account, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code iban}. */
  public final TextColumn<Account> number = new TextColumn<>(source, "iban");

  /** Column {@code owner}. */
  public final TextColumn<Account> owner = new TextColumn<>(source, "owner");

  /** Column {@code label}. */
  public final TextColumn<Account> label = new TextColumn<>(source, "label");

  /** Column {@code balance}. */
  public final NumberColumn<Account, BigDecimal> balance =
      new NumberColumn<>(source, "balance", BigDecimal.class);

  /** Column {@code secret}. */
  public final TextColumn<Account> secret = new TextColumn<>(source, "secret");

  /** Column {@code limit}. */
  public final NumberColumn<Account, Integer> limit =
      new NumberColumn<>(source, "limit", Integer.class);

  /** Column {@code opened}. */
  public final TimeColumn<Account, LocalDateTime> opened =
      new TimeColumn<>(source, "opened", LocalDateTime.class);

  /** Column {@code closed}. */
  public final TimeColumn<Account, LocalDateTime> closed =
      new TimeColumn<>(source, "closed", LocalDateTime.class);

  /** Finds a row by {@code number}. */
  public final UniqueKey<Account, String> byNumber = new UniqueKey<>(this, number);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, limit, opened, closed";

  /** Makes an instance of the table, for a path or an alias. */
  public Account_(Source<Account> source) {
    super("bank_account", source, Mapping.INSTANCE);
  }

  @Override
  public Account_ as(String alias) {
    return new Account_(source.as(alias));
  }

  /** A copy to be changed: {@code Account_.edit(account).number(…).done()}. */
  public static Edit edit(Account account) {
    return new Edit(account);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Account, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Account read(Row row) {
      return new Account(
          row.nextLong(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextDecimal(),
          row.nextText(),
          row.nextIntOrNull(),
          row.nextDateTime(),
          row.nextDateTimeOrNull());
    }

    @Override
    public void write(Account account, Binder out) {
      out.bind(account.id());
      out.bind(account.number());
      out.bind(account.owner());
      out.bind(account.label());
      out.bind(account.balance());
      out.bind(account.secret());
      out.bind(account.limit());
      out.bind(account.opened());
      out.bind(account.closed());
    }

    @Override
    public Account beforeInsert(Account account, Stamp stamp) {
      LocalDateTime opened = Stored.form(account.opened());
      LocalDateTime closed = Stored.form(account.closed());
      if (opened == account.opened() && closed == account.closed()) {
        return account;
      }
      return edit(account).opened(opened).closed(closed).done();
    }

    @Override
    public Account beforeUpdate(Account account, Stamp stamp) {
      return beforeInsert(account, stamp);
    }

    @Override
    public Account withGenerated(Account account, Row row) {
      return edit(account).id(row.nextLong()).opened(row.nextDateTime()).done();
    }

    @Override
    public Account withNextVersion(Account account) {
      return account;
    }

    @Override
    public @Nullable Long key(Account account) {
      return account.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table bank_account was account
          column id bigint identity
          column iban text(34) component number
          column owner text(80)
          column label text(40) was name
          column balance decimal default "0"
          column secret text sensitive
          column limit int null
          column opened datetime generated default "current_timestamp"
          column closed datetime null
          primary key (id)
          unique one_iban (iban)
          unique bank_account_owner_label_key (owner, label)
          unique label_and_balance (label, balance)
          index bank_account_balance_idx (balance)
          index rich (balance) where "{balance} > 1000000"
          index bank_account_owner_label_idx (owner desc, label)
          index unique bank_account_label_idx (sql "(lower({label}))" desc) where "{closed} is null"
          check bank_account_owner_size "length({owner}) >= 1"
          check bank_account_limit_check "{limit} > 0"
          check low "{limit} < 100"
          check bank_account_balance_label_check "{balance} >= 0 or {label} = 'over\\\\draft \
          \\"x\\"'"
          check odd "case when {label} = 'a very long text' then {balance} > 0 else {balance} >= 0 \
          end and {owner} <> {label}"
          """;
    }

    @Override
    public String schemaHash() {
      return "4c24165797b80c3e";
    }
  }

  /** Changes components of {@link Account} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private String number;
    private String owner;
    private String label;
    private BigDecimal balance;
    private String secret;
    private @Nullable Integer limit;
    private @Nullable LocalDateTime opened;
    private @Nullable LocalDateTime closed;

    private Edit(Account account) {
      id = account.id();
      number = account.number();
      owner = account.owner();
      label = account.label();
      balance = account.balance();
      secret = account.secret();
      limit = account.limit();
      opened = account.opened();
      closed = account.closed();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(String number) {
      this.number = number;
      return this;
    }

    /** Changes {@code owner}. */
    public Edit owner(String owner) {
      this.owner = owner;
      return this;
    }

    /** Changes {@code label}. */
    public Edit label(String label) {
      this.label = label;
      return this;
    }

    /** Changes {@code balance}. */
    public Edit balance(BigDecimal balance) {
      this.balance = balance;
      return this;
    }

    /** Changes {@code secret}. */
    public Edit secret(String secret) {
      this.secret = secret;
      return this;
    }

    /** Changes {@code limit}. */
    public Edit limit(@Nullable Integer limit) {
      this.limit = limit;
      return this;
    }

    /** Changes {@code opened}. */
    public Edit opened(@Nullable LocalDateTime opened) {
      this.opened = opened;
      return this;
    }

    /** Changes {@code closed}. */
    public Edit closed(@Nullable LocalDateTime closed) {
      this.closed = closed;
      return this;
    }

    /** {@return the record with the changes} */
    public Account done() {
      return new Account(id, number, owner, label, balance, secret, limit, opened, closed);
    }
  }
}
