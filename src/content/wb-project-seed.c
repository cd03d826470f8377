/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-seed.h"

#include <glib/gstdio.h>

#include "wb-payload-reader.h"
#include "wb-project-file.h"

void
wb_seed_free (WbSeed *self)
{
  g_clear_pointer (&self->from, wb_project_peek_free);
  g_clear_pointer (&self->carried, g_ptr_array_unref);
  g_free (self);
}

/* (transfer full) */
static WbGuide *
read_own_guide (const WbSeed  *self,
                GError       **error)
{
  return wb_guide_from_json (self->from->guide_id, self->from->guide_title, self->from->guide_json, error);
}

WbSeed *
wb_seed_new (WbSeedKind      kind,
             WbProjectPeek  *from,
             const char     *guide_id,
             const char     *guide_title,
             const char     *json,
             GError        **error)
{
  g_autoptr (WbSeed) self = g_new0 (WbSeed, 1);
  g_autoptr (WbGuide) own = NULL;
  g_autoptr (WbGuide) guide = NULL;

  self->kind = kind;
  self->from = from;
  own = read_own_guide (self, error);
  if (own == NULL)
    return NULL;
  if (kind == WB_SEED_TEMPLATE)
    {
      self->carried = wb_carry_list_template (own, from->answers);
      return g_steal_pointer (&self);
    }
  guide = wb_guide_from_json (guide_id, guide_title, json, error);
  if (guide == NULL)
    return NULL;
  self->carried = wb_carry_list_people (own, from->answers, guide);

  return g_steal_pointer (&self);
}

static gboolean
plant (const WbSeed   *self,
       WbProjectFile  *file,
       WbGuide        *guide,
       GError        **error)
{
  g_autoptr (WbGuide) own = read_own_guide (self, error);

  if (own == NULL)
    return FALSE;
  if (self->kind == WB_SEED_TEMPLATE)
    wb_carry_template (self->carried, own, self->from->answers, wb_project_file_get_answers (file));
  else
    wb_carry_people (self->carried, own, self->from->answers, guide, wb_project_file_get_answers (file));

  return TRUE;
}

gboolean
wb_seed_create (const WbSeed    *seed,
                const char      *path,
                const char      *title,
                const char      *guide_id,
                const char      *guide_title,
                const char      *guide_json,
                const char      *use_case,
                WbMunicipality  *town,
                GError         **error)
{
  g_autoptr (WbGuide) guide = wb_guide_from_json (guide_id, guide_title, guide_json, error);
  g_autoptr (WbProjectFile) file = NULL;

  if (guide == NULL)
    return FALSE;
  file = wb_project_file_create (path, title, guide_id, guide_title, guide_json, use_case, town, error);
  if (file == NULL)
    return FALSE;
  if ((seed == NULL || plant (seed, file, guide, error)) && wb_project_file_close (file, error))
    return TRUE;
  g_clear_object (&file);
  g_unlink (path);

  return FALSE;
}
