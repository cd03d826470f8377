/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-deck-order.h"

#include "wb-document-shelf.h"

static gboolean
is_missing (WbProjectState *base,
            WbProjectState *mine,
            WbProjectState *theirs,
            const WbEdit   *place)
{
  return place->target == WB_EDIT_SLIDE && wb_project_state_get_order (base, WB_EDIT_SLIDE, place->field)->len == 0
         && wb_project_state_get_order (mine, WB_EDIT_SLIDE, place->field)->len > 0
         && wb_project_state_get_order (theirs, WB_EDIT_SLIDE, place->field)->len > 0;
}

gboolean
wb_deck_order_is_missing (WbProjectState *base,
                          WbProjectState *mine,
                          WbProjectState *theirs)
{
  g_autoptr (GPtrArray) places = NULL;

  g_return_val_if_fail (base != NULL && mine != NULL && theirs != NULL, FALSE);

  places = wb_project_state_list_orders (mine, theirs);
  for (guint i = 0; i < places->len; i++)
    if (is_missing (base, mine, theirs, g_ptr_array_index (places, i)))
      return TRUE;

  return FALSE;
}

static gboolean
lists (WbProjectState *state,
       const char     *deck,
       const char     *key)
{
  return g_ptr_array_find_with_equal_func (wb_project_state_get_order (state, WB_EDIT_SLIDE, deck), key, g_str_equal, NULL);
}

/* A slide that one side does not list came into the template, or left it, in between; it was not removed by anybody. */
static void
fill_deck (WbProjectState *base,
           WbProjectState *mine,
           WbProjectState *theirs,
           const char     *deck,
           GPtrArray      *template_slides)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < template_slides->len; i++)
    {
      char *key = ((const WbSlide *) g_ptr_array_index (template_slides, i))->key;

      if (lists (mine, deck, key) && lists (theirs, deck, key))
        g_ptr_array_add (keys, key);
    }
  wb_project_state_set_order (base, WB_EDIT_SLIDE, deck, keys);
}

void
wb_deck_order_fill (WbProjectState *base,
                    WbProjectState *mine,
                    WbProjectState *theirs,
                    WbGuide        *guide,
                    WbLibrary      *library)
{
  g_autoptr (GPtrArray) places = NULL;

  g_return_if_fail (base != NULL && mine != NULL && theirs != NULL);
  g_return_if_fail (WB_IS_GUIDE (guide));
  g_return_if_fail (WB_IS_LIBRARY (library));

  places = wb_project_state_list_orders (mine, theirs);
  for (guint i = 0; i < places->len; i++)
    {
      const WbEdit *place = g_ptr_array_index (places, i);
      g_autoptr (GPtrArray) slides = NULL;
      g_autoptr (GError) error = NULL;

      if (!is_missing (base, mine, theirs, place))
        continue;
      slides = wb_document_shelf_load_slides (library, guide, place->field, &error);
      if (slides != NULL)
        fill_deck (base, mine, theirs, place->field, slides);
      else
        g_debug ("%s", error->message);
    }
}
