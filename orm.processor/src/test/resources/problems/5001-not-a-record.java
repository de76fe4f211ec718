package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
class Plain {}
//^ ORM-5001 Cannot map Plain: it is no record. Make it a record.

@Entity
interface Open {}
//^ ORM-5001 Cannot map Open: an entity is a record, or a sealed interface of records. Make it a record, or seal it.

@Embeddable
enum Part {
//^ ORM-5001 Cannot map Part: it is no record. Make it a record.
  ONE
}
