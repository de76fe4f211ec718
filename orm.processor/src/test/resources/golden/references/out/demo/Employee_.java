// Generated from demo.Employee; edit that record instead.
package demo;

import demo.office.Desk;
import demo.office.Desk_;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code employee}, whose rows are {@link Employee}. */
@Generated("orm.processor")
@NullMarked
public final class Employee_ extends EntityTable<Employee, Integer> {
  /** The table under its own name. */
  public static final Employee_ EMPLOYEE = new Employee_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Employee, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code reports_to}. */
  public final RefColumn<Employee, Employee, Integer> manager =
      new RefColumn<>(this, "manager", Mapping::employeeKey);

  /** Column {@code mentor_id}. */
  public final RefColumn<Employee, Employee, Integer> mentor =
      new RefColumn<>(this, "mentor", Mapping::employeeKey);

  /** Column {@code desk_id}. */
  public final RefColumn<Employee, Desk, String> desk =
      new RefColumn<>(this, "desk", Mapping::deskKey);

  /** Column {@code buddy_id}. */
  public final RefColumn<Employee, Employee, Integer> buddy =
      new RefColumn<>(this, "buddy", Mapping::employeeKey);

  /** Column {@code spare_desk_id}. */
  public final RefColumn<Employee, Desk, String> spareDesk =
      new RefColumn<>(this, "spareDesk", Mapping::deskKey);

  /** Finds a row by {@code spareDesk}. */
  public final UniqueKey<Employee, Ref<Desk>> bySpareDesk = new UniqueKey<>(this, spareDesk);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "manager";

  private @Nullable Employee_ managerPath;
  private @Nullable Employee_ mentorPath;
  private @Nullable Desk_ deskPath;
  private @Nullable Employee_ buddyPath;
  private @Nullable Desk_ spareDeskPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Employee_(Source<Employee> source) {
    super("employee", source, Mapping.INSTANCE);
  }

  @Override
  public Employee_ as(String alias) {
    return new Employee_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "manager", "mentor", "buddy" -> Employee_.EMPLOYEE;
      case "desk", "spareDesk" -> Desk_.DESK;
      default -> super.target(component);
    };
  }

  /** The row that {@code manager} leads to, joined if it is used. */
  public Employee_ manager() {
    Employee_ path = managerPath;
    if (path == null) {
      path = new Employee_(manager.path());
      managerPath = path;
    }
    return path;
  }

  /** The row that {@code mentor} leads to, joined if it is used. */
  public Employee_ mentor() {
    Employee_ path = mentorPath;
    if (path == null) {
      path = new Employee_(mentor.path());
      mentorPath = path;
    }
    return path;
  }

  /** The row that {@code desk} leads to, joined if it is used. */
  public Desk_ desk() {
    Desk_ path = deskPath;
    if (path == null) {
      path = new Desk_(desk.path());
      deskPath = path;
    }
    return path;
  }

  /** The row that {@code buddy} leads to, joined if it is used. */
  public Employee_ buddy() {
    Employee_ path = buddyPath;
    if (path == null) {
      path = new Employee_(buddy.path());
      buddyPath = path;
    }
    return path;
  }

  /** The row that {@code spareDesk} leads to, joined if it is used. */
  public Desk_ spareDesk() {
    Desk_ path = spareDeskPath;
    if (path == null) {
      path = new Desk_(spareDesk.path());
      spareDeskPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Employee_.edit(employee).manager(…).done()}. */
  public static Edit edit(Employee employee) {
    return new Edit(employee);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Employee, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Employee read(Row row) {
      return new Employee(
          row.nextInt(),
          Employee_.EMPLOYEE.refOrNull(row.nextIntOrNull()),
          Optional.ofNullable(Employee_.EMPLOYEE.refOrNull(row.nextIntOrNull())),
          Desk_.DESK.ref(row.nextText()),
          Employee_.EMPLOYEE.ref(row.nextInt()),
          Desk_.DESK.ref(row.nextText()));
    }

    @Override
    public void write(Employee employee, Binder out) {
      out.bind(employee.id());
      out.bind(Employee_.EMPLOYEE.keyOrNull(employee.manager()));
      out.bind(Employee_.EMPLOYEE.keyOrNull(employee.mentor().orElse(null)));
      out.bind(Desk_.DESK.keyOrNull(employee.desk()));
      out.bind(Employee_.EMPLOYEE.keyOrNull(employee.buddy()));
      out.bind(Desk_.DESK.keyOrNull(employee.spareDesk()));
    }

    @Override
    public Employee beforeInsert(Employee employee, Stamp stamp) {
      return employee;
    }

    @Override
    public Employee beforeUpdate(Employee employee, Stamp stamp) {
      return employee;
    }

    @Override
    public Employee withGenerated(Employee employee, Row row) {
      return employee;
    }

    @Override
    public Employee withNextVersion(Employee employee) {
      return employee;
    }

    @Override
    public Integer key(Employee employee) {
      return employee.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table employee
          column id int
          column reports_to int component manager null
          column mentor_id int component mentor null
          column desk_id text component desk
          column buddy_id int component buddy default "1"
          column spare_desk_id text component spareDesk sensitive was spare_id
          primary key (id)
          unique employee_spare_desk_id_key (spare_desk_id)
          reference manager (reports_to) -> employee (id)
          reference mentor (mentor_id) -> employee (id) on delete set null
          reference desk (desk_id) -> office_desk (code) on delete cascade deferred
          reference buddy (buddy_id) -> employee (id) name employee_buddy on delete set default on \
          update restrict deferrable
          reference spareDesk (spare_desk_id) -> office_desk (code)
          index employee_desk_id_idx (desk_id)
          """;
    }

    @Override
    public String schemaHash() {
      return "e997cea5cb96690c";
    }

    static Integer employeeKey(Row row) {
      return row.nextIntOrNull();
    }

    static String deskKey(Row row) {
      return row.nextTextOrNull();
    }
  }

  /** Changes components of {@link Employee} one by one. */
  public static final class Edit {
    private int id;
    private @Nullable Ref<Employee> manager;
    private Optional<Ref<Employee>> mentor;
    private Ref<Desk> desk;
    private Ref<Employee> buddy;
    private Ref<Desk> spareDesk;

    private Edit(Employee employee) {
      id = employee.id();
      manager = employee.manager();
      mentor = employee.mentor();
      desk = employee.desk();
      buddy = employee.buddy();
      spareDesk = employee.spareDesk();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code manager}. */
    public Edit manager(@Nullable Ref<Employee> manager) {
      this.manager = manager;
      return this;
    }

    /** Changes {@code mentor}. */
    public Edit mentor(Optional<Ref<Employee>> mentor) {
      this.mentor = mentor;
      return this;
    }

    /** Changes {@code desk}. */
    public Edit desk(Ref<Desk> desk) {
      this.desk = desk;
      return this;
    }

    /** Changes {@code buddy}. */
    public Edit buddy(Ref<Employee> buddy) {
      this.buddy = buddy;
      return this;
    }

    /** Changes {@code spareDesk}. */
    public Edit spareDesk(Ref<Desk> spareDesk) {
      this.spareDesk = spareDesk;
      return this;
    }

    /** {@return the record with the changes} */
    public Employee done() {
      return new Employee(id, manager, mentor, desk, buddy, spareDesk);
    }
  }
}
