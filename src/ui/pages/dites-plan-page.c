/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-page.h"

#include <glib/gi18n.h>

/**
 * DitesPlanPage:
 *
 * What the import of a list would do, row by row, before anything is written.
 */
struct _DitesPlanPage
{
  AdwNavigationPage parent_instance;

  DitesStore   *store;
  GListModel   *files; /* of GFile: still to be imported */
  DitesImport  *import;
  GCancellable *cancellable;

  AdwStatusPage *status;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_FILES,
} DitesPlanPageProperty;

static GParamSpec *properties[PROP_FILES + 1];

G_DEFINE_FINAL_TYPE (DitesPlanPage, dites_plan_page, ADW_TYPE_NAVIGATION_PAGE)

static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  DitesPlan       *plan = dites_import_plan_finish (DITES_IMPORT (object), result, &error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_status_page_set_title (self->status, error->message);
      return;
    }

  text = g_strdup_printf ("%u", dites_plan_get_counts (plan).read);
  adw_status_page_set_title (self->status, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.import", TRUE);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dites_import_write_finish (DITES_IMPORT (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (widget);

  dites_import_write_async (self->import, self->cancellable, written_cb, g_object_ref (self));
}

static void
dites_plan_page_constructed (GObject *object)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (object);

  G_OBJECT_CLASS (dites_plan_page_parent_class)->constructed (object);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.import", FALSE);
  {
    g_autoptr (GFile) file = g_list_model_get_item (self->files, 0);

    self->import = dites_import_new (self->store, file);
    dites_import_plan_async (self->import, NULL, NULL, self->cancellable, planned_cb, g_object_ref (self));
  }
}

static void
dites_plan_page_dispose (GObject *object)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->import);
  g_clear_object (&self->store);
  g_clear_object (&self->files);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dites_plan_page_parent_class)->dispose (object);
}

static void
dites_plan_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DitesPlanPage *self = DITES_PLAN_PAGE (object);

  switch ((DitesPlanPageProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_FILES:
      self->files = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_plan_page_class_init (DitesPlanPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_plan_page_constructed;
  object_class->dispose = dites_plan_page_dispose;
  object_class->set_property = dites_plan_page_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, flags);
  properties[PROP_FILES] = g_param_spec_object ("files", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPlanPage, status);
  gtk_widget_class_install_action (widget_class, "plan.import", NULL, import_action);
}

static void
dites_plan_page_init (DitesPlanPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_plan_page_new:
 * @store: the store to import into
 * @files: (element-type GFile): the lists, which are shown one after the other
 *
 * Returns: (transfer floating): the page, which begins to read the first list
 */
DitesPlanPage *
dites_plan_page_new (DitesStore *store,
                     GListModel *files)
{
  return g_object_new (DITES_TYPE_PLAN_PAGE, "store", store, "files", files, NULL);
}
