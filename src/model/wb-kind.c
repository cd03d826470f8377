/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-kind.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
  const char *plural;
} kinds[] = {
  [WB_KIND_USE_CASE] = { "use-case", N_("Use case"), N_("Use cases") },
  [WB_KIND_PLAYBOOK] = { "playbook", N_("Playbook"), N_("Playbooks") },
  [WB_KIND_TEMPLATE] = { "template", N_("Template"), N_("Templates") },
  [WB_KIND_CHECKLIST] = { "checklist", N_("Checklist"), N_("Checklists") },
  [WB_KIND_GUIDE] = { "guide", N_("Project guide"), N_("Project guides") },
  [WB_KIND_COURSE] = { "course", N_("Learning path"), N_("Learning paths") },
  [WB_KIND_LESSON] = { "lesson", N_("Lesson"), N_("Lessons") },
  [WB_KIND_TERM] = { "term", N_("Term"), N_("Glossary") },
  [WB_KIND_LAW] = { "law", N_("Law"), N_("Laws") },
  [WB_KIND_WORKSHOP_FORMAT] = { "workshop-format", N_("Workshop format"), N_("Workshop formats") },
  [WB_KIND_DATA_MODEL] = { "data-model", N_("Data model"), N_("Data models") },
  [WB_KIND_INTERFACE] = { "interface", N_("Interface"), N_("Interfaces") },
  [WB_KIND_SOLUTION] = { "solution", N_("Solution"), N_("Solutions") },
  [WB_KIND_BARRIER] = { "barrier", N_("Barrier"), N_("Barriers") },
  [WB_KIND_CIRCLE] = { "circle", N_("Barrier circle"), N_("Barrier circles") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == WB_N_KINDS);

const char *
wb_kind_to_string (WbKind kind)
{
  g_return_val_if_fail ((guint) kind < WB_N_KINDS, NULL);

  return kinds[kind].name;
}

gboolean
wb_kind_from_string (const char *name,
                     WbKind     *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < WB_N_KINDS; i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

const char *
wb_kind_get_label (WbKind kind)
{
  g_return_val_if_fail ((guint) kind < WB_N_KINDS, NULL);

  return _(kinds[kind].label);
}

const char *
wb_kind_get_plural (WbKind kind)
{
  g_return_val_if_fail ((guint) kind < WB_N_KINDS, NULL);

  return _(kinds[kind].plural);
}
