/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-template.h"

G_BEGIN_DECLS

/* "12022" → "12.022". (transfer full) */
char     *wb_template_format_number  (guint                    number);
/* The answer of @field on one line; NULL when there is none. (transfer full) */
char     *wb_template_inline_answer  (const WbField           *field,
                                      const WbTemplateContext *context);
/* What stands in a cell, for people; NULL when nothing does. A computed value that cannot be computed yet says so. (nullable)
 * (transfer full) */
char     *wb_template_cell_words     (const WbField           *field,
                                      const WbColumn          *column,
                                      const char              *row,
                                      const WbTemplateContext *context);
/* The part "name", "role" or "contact" of a person; NULL when it is empty. (transfer full) */
char     *wb_template_person_part    (const WbField           *field,
                                      const char              *column,
                                      const WbTemplateContext *context);
/* The value of an @ placeholder; NULL or "" when it is not known. (nullable) (transfer full) */
char     *wb_template_context_value  (const char              *name,
                                      const WbTemplateContext *context);
/* A computed value for people; NULL while it is open. (nullable) (transfer full) */
char     *wb_template_computed_value (const WbField           *field,
                                      const WbTemplateContext *context);
/* Translated "Name", "Role", "Contact"; NULL for anything else. Static. */
const char *wb_template_person_label (const char              *column);
/* TRUE when the guide's conditions leave @field out; @reason (nullable) is why. */
gboolean  wb_template_is_skipped     (const WbField           *field,
                                      const WbTemplateContext *context,
                                      const char             **reason);
/* Rows to write on in a table without answers. */
#define WB_TEMPLATE_BLANK_ROWS 4

/* Appends a TABLE with the head of @columns, which are all or some of those of a table; a row with the answers of @field to them, or with
 * @id NULL an empty one to write on; a line that says that the answer is open; why the question is not asked (@reason is nullable). */
WbBlock  *wb_template_append_table_head (WbBlock         *parent,
                                         GPtrArray       *columns);
void      wb_template_append_table_row  (WbBlock         *table,
                                         const WbField   *field,
                                         GPtrArray       *columns,
                                         const char      *id,
                                         const WbTemplateContext *context);
void      wb_template_append_open       (WbBlock         *parent,
                                         const WbField   *field,
                                         const WbTemplateContext *context);
/* Whether nobody writes on the result: what is open says so. */
gboolean  wb_template_says_open         (const WbTemplateContext *context);
void      wb_template_append_skipped    (WbBlock         *parent,
                                         const char      *reason);
/* Appends the table @field with a grid, or only its part "figure", "table", "findings" or, for stakeholders, "plan". FALSE when
 * there is no such part. */
gboolean  wb_template_append_grid       (WbBlock         *parent,
                                         const WbField   *field,
                                         const char      *part,
                                         const WbTemplateContext *context);
/* Appends the table @field with some of its columns only: @names is "a+b". FALSE when one of them does not exist. */
gboolean  wb_template_append_columns    (WbBlock         *parent,
                                         const WbField   *field,
                                         const char      *names,
                                         const WbTemplateContext *context);
/* Appends @item to a CHECKLIST, filled from the answers of the checklist field @field (nullable). */
void      wb_template_append_check   (WbBlock                 *list,
                                      const WbOption          *item,
                                      const WbField           *field,
                                      const WbTemplateContext *context);

G_END_DECLS
