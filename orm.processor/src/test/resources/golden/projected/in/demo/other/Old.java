package demo.other;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/**
 * Old.
 *
 * @deprecated use another one
 */
@Entity
@Deprecated
record Old(@Id int id) {}
