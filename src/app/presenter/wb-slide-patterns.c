/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide-patterns.h"

#include <glib/gi18n.h>

static const struct
{
  const char *label;
  const char *text;
} patterns[] = {
  { N_("Two columns"), N_("> [!COLUMNS]\n>\n> **Left**\n>\n> - first point\n>\n> ---\n>\n> **Right**\n>\n> - first point") },
  { N_("Large number"), N_("{{@number 73 % | what it says}}") },
  { N_("Question for discussion"), N_("{{@question What is the question? | in pairs, 5 minutes}}") },
  { N_("Agenda"), N_("> [!AGENDA]\n>\n> | Time | Topic | Who |\n> |---|---|---|\n> | 09:00 | Welcome | |\n> | 09:15 | First topic | |") },
  { N_("Table"), N_("| Step | Who | Until |\n|---|---|---|\n| 1 | | |\n| 2 | | |") },
  { N_("Quotation"), N_("> What somebody said\n> — Who said it") },
};

static gboolean
has_drawing (const WbField *field)
{
  return field->grid == WB_GRID_STAKEHOLDERS || field->grid == WB_GRID_RISKS || field->grid == WB_GRID_MILESTONES;
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *text)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", text);
  g_menu_append_item (menu, item);
}

static void
add_drawings (GMenu         *menu,
              const WbPhase *phase,
              const char    *action)
{
  for (guint i = 0; i < phase->steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (phase->steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);
          g_autofree char *text = g_strdup_printf ("{{%s.figure}}", field->id);

          if (has_drawing (field))
            add_item (menu, field->label, action, text);
        }
    }
}

GMenuModel *
wb_slide_patterns_create_menu (WbGuide    *guide,
                               const char *action)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) drawings = g_menu_new ();
  GPtrArray *phases = guide != NULL ? wb_guide_get_phases (guide) : NULL;

  g_return_val_if_fail (guide == NULL || WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    add_item (menu, _(patterns[i].label), action, _(patterns[i].text));
  for (guint i = 0; phases != NULL && i < phases->len; i++)
    add_drawings (drawings, g_ptr_array_index (phases, i), action);
  if (g_menu_model_get_n_items (G_MENU_MODEL (drawings)) > 0)
    g_menu_append_submenu (menu, _("Drawing of an answer"), G_MENU_MODEL (drawings));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
