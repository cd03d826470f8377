/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-edit.h"

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

WbEdit *
wb_edit_new (WbEditTarget  target,
             const char   *field,
             const char   *row,
             const char   *column,
             const char   *before,
             const char   *after)
{
  WbEdit *self = g_new0 (WbEdit, 1);

  self->target = target;
  self->field = dup_text (field);
  self->row = dup_text (row);
  self->column = dup_text (column);
  self->before = dup_text (before);
  self->after = dup_text (after);

  return self;
}

void
wb_edit_free (WbEdit *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->row);
  g_free (self->column);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

gboolean
wb_edit_same_place (const WbEdit *self,
                    const WbEdit *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->target == other->target && g_str_equal (self->field, other->field)
         && g_str_equal (self->row, other->row) && g_str_equal (self->column, other->column);
}
