/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-field-check.h"

WbFieldCheck *
wb_field_check_new (WbFieldCheckType  type,
                    WbDecimal         value,
                    const char       *text,
                    const char       *say)
{
  WbFieldCheck *self;

  g_return_val_if_fail ((guint) type < WB_N_FIELD_CHECK_TYPES, NULL);

  self = g_new0 (WbFieldCheck, 1);
  self->type = type;
  self->value = value;
  self->text = g_strdup (text != NULL ? text : "");
  self->say = g_strdup (say != NULL ? say : "");

  return self;
}

void
wb_field_check_free (WbFieldCheck *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->say);
  g_free (self);
}
