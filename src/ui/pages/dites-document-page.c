/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document-page.h"

/**
 * DitesDocumentPage:
 *
 * One document as a form that saves itself.
 */
struct _DitesDocumentPage
{
  AdwNavigationPage parent_instance;

  DitesEditor *editor;
  gboolean     built;

  AdwPreferencesPage *form;
};

typedef enum
{
  PROP_EDITOR = 1,
} DitesDocumentPageProperty;

static GParamSpec *properties[PROP_EDITOR + 1];

G_DEFINE_FINAL_TYPE (DitesDocumentPage, dites_document_page, ADW_TYPE_NAVIGATION_PAGE)

static void
build (DitesDocumentPage *self)
{
  const DitesKind     *kind = dites_editor_get_kind (self->editor);
  AdwPreferencesGroup *group = NULL;
  const char          *name = NULL;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      GtkWidget       *row = adw_entry_row_new ();
      g_autofree char *text = dites_field_format (field, dites_editor_get_document (self->editor), dites_editor_title_of, self->editor);

      if (group == NULL || g_strcmp0 (name, field->group) != 0)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          name = field->group;
          if (name != NULL)
            adw_preferences_group_set_title (group, dites_field_get_group (field));
          adw_preferences_page_add (self->form, group);
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dites_field_get_label (field));
      gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
      adw_preferences_group_add (group, row);
    }
}

static void
changed_cb (DitesDocumentPage *self)
{
  const char *title = dites_editor_get_title (self->editor);

  /* A page without a title is an error to the toolkit: until there is one it is “Document”. */
  if (title != NULL && *title != '\0')
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  if (!self->built && dites_editor_get_document (self->editor) != NULL)
    {
      self->built = TRUE;
      build (self);
    }
}

static void
dites_document_page_constructed (GObject *object)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  G_OBJECT_CLASS (dites_document_page_parent_class)->constructed (object);

  g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
dites_document_page_dispose (GObject *object)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  g_clear_object (&self->editor);

  G_OBJECT_CLASS (dites_document_page_parent_class)->dispose (object);
}

static void
dites_document_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  switch ((DitesDocumentPageProperty) prop_id)
    {
    case PROP_EDITOR:
      self->editor = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_document_page_class_init (DitesDocumentPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_document_page_constructed;
  object_class->dispose = dites_document_page_dispose;
  object_class->set_property = dites_document_page_set_property;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, DITES_TYPE_EDITOR, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, form);
}

static void
dites_document_page_init (DitesDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_document_page_new:
 * @editor: the editor of a document
 *
 * Returns: (transfer floating): the form of the document
 */
DitesDocumentPage *
dites_document_page_new (DitesEditor *editor)
{
  return g_object_new (DITES_TYPE_DOCUMENT_PAGE, "editor", editor, NULL);
}

/**
 * dites_document_page_get_editor:
 * @self: a page
 *
 * Returns: (transfer none): the editor of its document
 */
DitesEditor *
dites_document_page_get_editor (DitesDocumentPage *self)
{
  return self->editor;
}

/**
 * dites_document_page_get_id:
 * @self: a page
 *
 * Returns: the id of its document
 */
const char *
dites_document_page_get_id (DitesDocumentPage *self)
{
  return dites_editor_get_id (self->editor);
}
