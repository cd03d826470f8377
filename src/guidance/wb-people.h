/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-edit.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * Who is named in a project, and where: in questions for a person, in lists of persons and stakeholders, in columns that hold names
 * (WbColumn.names) and as those who do an item of a checklist.
 */

/* Somebody who is named. Strings are never NULL; "" where nobody said. */
typedef struct
{
  char *name;
  char *role;
  char *contact;
} WbPerson;

WbPerson  *wb_person_copy      (const WbPerson *self);
void       wb_person_free      (WbPerson      *self);

/* Everybody who is named, each once, without blanks around the name: those of the field @first (nullable) before others, then those whom the
 * guide asks about, then who is only mentioned. Role and contact are the first that anybody gave. The cell @except (nullable) does not
 * count: what is being typed there is no name yet. WbPerson. (transfer full) */
GPtrArray *wb_people_list      (WbGuide       *guide,
                                WbAnswers     *answers,
                                const char    *first,
                                const WbEdit  *except) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the cells in @column of @field name persons; "" is the column of a question that has none. */
gboolean   wb_people_names     (const WbField *field,
                                const char    *column);
/* Whether the cell says who somebody is, so that other cells mean the same person: the name of a person, of a stakeholder, or of a
 * group of which nobody is named. */
gboolean   wb_people_defines   (const WbField *field,
                                WbAnswers     *answers,
                                const char    *row,
                                const char    *column);
/* What else names @before, who was renamed to @after in the field @source already: WbEdit for each cell, in the order of the guide, with
 * what it would become. Nothing is changed. Empty while @source knows another of that name, as nobody can tell who of them is meant.
 * (transfer full) */
GPtrArray *wb_people_rename    (WbGuide       *guide,
                                WbAnswers     *answers,
                                const char    *source,
                                const char    *before,
                                const char    *after) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPerson, wb_person_free)

G_END_DECLS
