package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Has seen its day. */
@Deprecated
@Entity
public record Old(@Id int id) {}
