/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-plan.h"

#include <glib/gi18n-lib.h>

static void
pack_change_free (gpointer data)
{
  WbPackChange *change = data;

  g_free (change->id);
  g_free (change->title);
  g_free (change);
}

static void
add_change (WbPackPlan        *self,
            WbPackChangeType   type,
            const WbPackEntry *entry)
{
  WbPackChange *change = g_new0 (WbPackChange, 1);

  change->type = type;
  change->kind = entry->kind;
  change->id = g_strdup (entry->id);
  change->title = wb_pack_entry_dup_title (entry);
  g_ptr_array_add (self->changes, change);
}

static void
add_new (WbPackPlan *self)
{
  for (guint i = 0; i < self->pack->entries->len; i++)
    {
      const WbPackEntry *entry = g_ptr_array_index (self->pack->entries, i);

      if (self->installed == NULL || wb_pack_find (self->installed, entry->id) == NULL)
        add_change (self, WB_PACK_ADDED, entry);
    }
}

static void
add_changed (WbPackPlan *self)
{
  for (guint i = 0; self->installed != NULL && i < self->pack->entries->len; i++)
    {
      const WbPackEntry *entry = g_ptr_array_index (self->pack->entries, i);
      const WbPackEntry *old = wb_pack_find (self->installed, entry->id);

      if (old != NULL && (old->kind != entry->kind || !g_str_equal (old->sha256, entry->sha256)))
        add_change (self, WB_PACK_CHANGED, entry);
    }
}

static void
add_removed (WbPackPlan *self)
{
  for (guint i = 0; self->installed != NULL && i < self->installed->entries->len; i++)
    {
      const WbPackEntry *old = g_ptr_array_index (self->installed->entries, i);

      if (wb_pack_find (self->pack, old->id) == NULL)
        add_change (self, WB_PACK_REMOVED, old);
    }
}

static WbPackTrust
judge (const WbPack *pack,
       gboolean      key_is_trusted)
{
  if (pack->state == WB_PACK_UNSIGNED)
    return WB_PACK_NO_ORIGIN;
  if (pack->state == WB_PACK_WRONG_SIGNATURE)
    return WB_PACK_FORGED;

  return key_is_trusted ? WB_PACK_TRUSTED : WB_PACK_STRANGE;
}

static gboolean
is_same (WbPack *left,
         WbPack *right)
{
  g_autofree char *left_text = wb_pack_to_text (left);
  g_autofree char *right_text = wb_pack_to_text (right);

  return g_str_equal (left_text, right_text);
}

WbPackPlan *
wb_pack_plan_new (WbPack   *pack,
                  WbPack   *installed,
                  gboolean  key_is_trusted)
{
  WbPackPlan *self;

  g_return_val_if_fail (pack != NULL, NULL);

  self = g_new0 (WbPackPlan, 1);
  self->pack = wb_pack_ref (pack);
  self->installed = installed != NULL ? wb_pack_ref (installed) : NULL;
  self->changes = g_ptr_array_new_with_free_func (pack_change_free);
  self->trust = judge (pack, key_is_trusted);
  self->same = installed != NULL && is_same (pack, installed);
  self->downgrade = installed != NULL && !self->same && pack->version <= installed->version;
  self->other_key = installed != NULL && installed->key != NULL && pack->key != NULL
                    && !g_str_equal (installed->key, pack->key);
  add_new (self);
  add_changed (self);
  add_removed (self);

  return self;
}

void
wb_pack_plan_free (WbPackPlan *self)
{
  if (self == NULL)
    return;

  wb_pack_unref (self->pack);
  g_clear_pointer (&self->installed, wb_pack_unref);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

guint
wb_pack_plan_count (const WbPackPlan *self,
                    WbPackChangeType  type)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->changes->len; i++)
    n += ((const WbPackChange *) g_ptr_array_index (self->changes, i))->type == type ? 1 : 0;

  return n;
}

char *
wb_pack_plan_describe_trust (const WbPackPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->trust)
    {
    case WB_PACK_TRUSTED:
      return g_strdup (_("The pack is signed with a key that you trust."));
    case WB_PACK_STRANGE:
      return g_strdup (_("The pack is signed, but with a key that you have not said to trust."));
    case WB_PACK_FORGED:
      return g_strdup (_("The signature does not fit: the pack was changed after it was signed, or the key is not the right one."));
    case WB_PACK_NO_ORIGIN:
    default:
      return g_strdup (_("The pack is not signed, so nobody can tell who wrote it."));
    }
}
