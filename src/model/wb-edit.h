/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WB_EDIT_CELL,  /* the answer in field / row / column */
  WB_EDIT_ROW,   /* a row of a table: field / row; "1" when it is there, before and after when it was moved */
  WB_EDIT_SLIDE, /* what was changed in a slide: deck in "field", key in "row"; the title of the slide */
  WB_EDIT_FACT,  /* a fact about the project, its title for one: its key is in "field" */
} WbEditTarget;

/**
 * WbEdit:
 *
 * One value of a project that was changed: what it was, and what it became. "" stands for nothing.
 */
typedef struct
{
  WbEditTarget target;

  /* Owned; never NULL, "" where the target has none */
  char *field;
  char *row;
  char *column;
  char *before;
  char *after;
} WbEdit;

/* The strings are copied; NULL is the same as "". (transfer full) */
WbEdit  *wb_edit_new       (WbEditTarget  target,
                            const char   *field,
                            const char   *row,
                            const char   *column,
                            const char   *before,
                            const char   *after);
void     wb_edit_free      (WbEdit       *self);
/* Whether both are about the same value. */
gboolean wb_edit_same_place (const WbEdit *self,
                             const WbEdit *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbEdit, wb_edit_free)

G_END_DECLS
