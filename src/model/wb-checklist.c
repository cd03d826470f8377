/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-checklist.h"

struct _WbChecklist
{
  GObject parent_instance;

  /* Owned */
  char *intro;
  GPtrArray *groups;
  GPtrArray *signatures;
};

G_DEFINE_FINAL_TYPE (WbChecklist, wb_checklist, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  WbOption *item = data;

  g_free (item->id);
  g_free (item->label);
  g_free (item->note);
  g_free (item);
}

static void
group_free (gpointer data)
{
  WbChecklistGroup *group = data;

  g_free (group->title);
  g_ptr_array_unref (group->items);
  g_free (group);
}

static void
wb_checklist_finalize (GObject *object)
{
  WbChecklist *self = WB_CHECKLIST (object);

  g_free (self->intro);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->signatures);

  G_OBJECT_CLASS (wb_checklist_parent_class)->finalize (object);
}

static void
wb_checklist_class_init (WbChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_checklist_finalize;
}

static void
wb_checklist_init (WbChecklist *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->signatures = g_ptr_array_new_with_free_func (g_free);
}

WbChecklist *
wb_checklist_new (void)
{
  return g_object_new (WB_TYPE_CHECKLIST, NULL);
}

WbChecklistGroup *
wb_checklist_add_group (WbChecklist *self,
                        const char  *title)
{
  WbChecklistGroup *group;

  g_return_val_if_fail (WB_IS_CHECKLIST (self), NULL);

  group = g_new0 (WbChecklistGroup, 1);
  group->title = g_strdup (title);
  group->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (self->groups, group);

  return group;
}

void
wb_checklist_add_item (WbChecklist      *self,
                       WbChecklistGroup *group,
                       const char       *id,
                       const char       *text,
                       const char       *hint)
{
  WbOption *item;

  g_return_if_fail (WB_IS_CHECKLIST (self));
  g_return_if_fail (group != NULL);

  item = g_new0 (WbOption, 1);
  item->id = g_strdup (id);
  item->label = g_strdup (text);
  item->note = g_strdup (hint);
  g_ptr_array_add (group->items, item);
}

void
wb_checklist_add_signature (WbChecklist *self,
                            const char  *label)
{
  g_return_if_fail (WB_IS_CHECKLIST (self));

  g_ptr_array_add (self->signatures, g_strdup (label));
}

const char *
wb_checklist_get_intro (WbChecklist *self)
{
  g_return_val_if_fail (WB_IS_CHECKLIST (self), NULL);

  return self->intro;
}

void
wb_checklist_set_intro (WbChecklist *self,
                        const char  *intro)
{
  char *copy;

  g_return_if_fail (WB_IS_CHECKLIST (self));

  copy = g_strdup (intro);
  g_free (self->intro);
  self->intro = copy;
}

GPtrArray *
wb_checklist_get_groups (WbChecklist *self)
{
  g_return_val_if_fail (WB_IS_CHECKLIST (self), NULL);

  return self->groups;
}

GPtrArray *
wb_checklist_get_signatures (WbChecklist *self)
{
  g_return_val_if_fail (WB_IS_CHECKLIST (self), NULL);

  return self->signatures;
}
