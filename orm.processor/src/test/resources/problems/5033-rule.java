package demo;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

@Entity
record Book(
    @Id long id,
    @Email int pages,
    //^ ORM-5033 Cannot map Book.pages: @Email cannot check values of type Integer. It checks texts; remove it, or declare the component so.
    @Min(1) List<Integer> marks,
    //^ ORM-5033 Cannot map Book.marks: @Min cannot check values of type List<Integer>. It checks numbers; remove it, or declare the component so.
    @Past Duration read,
    //^ ORM-5033 Cannot map Book.read: @Past cannot check values of type Duration. It checks dates and times; remove it, or declare the component so.
    @NotNull @Size(max = 9) Optional<@NotBlank String> label,
    //^ ORM-5033 Cannot map Book.label: @Size cannot check an Optional itself. Write it inside: Optional<@Size …>.
    @NotNull @NotBlank Ref<Book> other) {}
    //^ ORM-5033 Cannot map Book.other: @NotBlank cannot check a reference. It checks texts; remove it, or declare the component so.
