/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-services.h"

struct _WbServices
{
  GObject parent_instance;

  /* Owned */
  WbLibrary *library;
  WbGlossary *glossary; /* NULL until asked for */
  WbUserStore *store;
  WbPackStore *packs; /* (nullable) */
  WbOpenProjects *open_projects;
  WbBackupStore *backups; /* (nullable) */
  char *register_folder;
  WbRegister *reg; /* NULL until loaded */
};

G_DEFINE_FINAL_TYPE (WbServices, wb_services, G_TYPE_OBJECT)

static void
wb_services_finalize (GObject *object)
{
  WbServices *self = WB_SERVICES (object);

  g_clear_object (&self->library);
  g_clear_object (&self->glossary);
  g_clear_object (&self->store);
  g_clear_object (&self->packs);
  g_clear_object (&self->open_projects);
  g_clear_object (&self->backups);
  g_clear_object (&self->reg);
  g_free (self->register_folder);

  G_OBJECT_CLASS (wb_services_parent_class)->finalize (object);
}

static void
wb_services_class_init (WbServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_services_finalize;
}

static void
wb_services_init (WbServices *self)
{
  self->open_projects = wb_open_projects_new ();
}

WbServices *
wb_services_new (WbLibrary   *library,
                 WbUserStore *store,
                 const char  *register_folder)
{
  WbServices *self;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_USER_STORE (store), NULL);
  g_return_val_if_fail (register_folder != NULL, NULL);

  self = g_object_new (WB_TYPE_SERVICES, NULL);
  self->library = g_object_ref (library);
  self->store = g_object_ref (store);
  self->register_folder = g_strdup (register_folder);

  return self;
}

WbLibrary *
wb_services_get_library (WbServices *self)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);

  return self->library;
}

WbUserStore *
wb_services_get_store (WbServices *self)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);

  return self->store;
}

void
wb_services_set_packs (WbServices  *self,
                       WbPackStore *packs)
{
  g_return_if_fail (WB_IS_SERVICES (self));

  g_set_object (&self->packs, packs);
}

WbPackStore *
wb_services_get_packs (WbServices *self)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);

  return self->packs;
}

WbOpenProjects *
wb_services_get_open_projects (WbServices *self)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);

  return self->open_projects;
}

void
wb_services_set_backups (WbServices    *self,
                         WbBackupStore *backups)
{
  g_return_if_fail (WB_IS_SERVICES (self));

  g_set_object (&self->backups, backups);
}

WbBackupStore *
wb_services_get_backups (WbServices *self)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);

  return self->backups;
}

WbGlossary *
wb_services_get_glossary (WbServices *self)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);

  if (self->glossary == NULL)
    self->glossary = wb_glossary_new (self->library);

  return self->glossary;
}

static void
register_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbRegister) reg = wb_register_load_finish (result, &error);
  WbServices *self = g_task_get_source_object (task);

  if (reg == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (self->reg == NULL)
    self->reg = g_steal_pointer (&reg);
  g_task_return_boolean (task, TRUE);
}

void
wb_services_get_register_async (WbServices          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WB_IS_SERVICES (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_services_get_register_async);
  if (self->reg != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  wb_register_load_async (self->register_folder, cancellable, register_loaded_cb,
                          g_steal_pointer (&task));
}

WbRegister *
wb_services_get_register_finish (WbServices    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (WB_IS_SERVICES (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return self->reg;
}
