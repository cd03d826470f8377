/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council.h"

static void
undecided_free (gpointer data)
{
  WbUndecided *undecided = data;

  g_free (undecided->field);
  g_ptr_array_unref (undecided->options);
  g_free (undecided);
}

WbCouncil *
wb_council_new (void)
{
  WbCouncil *self = g_new0 (WbCouncil, 1);

  self->undecided = g_ptr_array_new_with_free_func (undecided_free);

  return self;
}

void
wb_council_free (WbCouncil *self)
{
  if (self == NULL)
    return;

  g_free (self->meeting);
  g_ptr_array_unref (self->undecided);
  g_free (self);
}

WbUndecided *
wb_council_add_undecided (WbCouncil  *self,
                          const char *field)
{
  WbUndecided *undecided;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  undecided = g_new0 (WbUndecided, 1);
  undecided->field = g_strdup (field);
  undecided->options = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->undecided, undecided);

  return undecided;
}

gboolean
wb_council_leaves_open (const WbCouncil *self,
                        const char      *field,
                        const char      *option)
{
  g_return_val_if_fail (self != NULL && field != NULL && option != NULL, FALSE);

  for (guint i = 0; i < self->undecided->len; i++)
    {
      const WbUndecided *undecided = g_ptr_array_index (self->undecided, i);

      if (g_str_equal (undecided->field, field))
        return g_ptr_array_find_with_equal_func (undecided->options, option, g_str_equal, NULL);
    }

  return FALSE;
}
