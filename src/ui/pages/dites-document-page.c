/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document-page.h"

#include <glib/gi18n.h>

#include "dites-checks-group.h"
#include "dites-document-page-private.h"
#include "dites-extra-group.h"
#include "dites-field-group.h"
#include "dites-field-row.h"
#include "dites-photos-row.h"
#include "dites-references-group.h"

/**
 * DitesDocumentPage:
 *
 * One document as a form that saves itself. The form follows from the kind's
 * table; what a kind has beside it stands in the table below.
 */
typedef enum
{
  PROP_EDITOR = 1,
  PROP_NARROW,
} DitesDocumentPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (DitesDocumentPage, dites_document_page, ADW_TYPE_NAVIGATION_PAGE)

/* What a page shows beside its fields: in which kind (every one, if none is named),
 * above the group of which name (below all, if none is named), and what makes it. */
static const struct
{
  const char *kind;
  const char *before;
  GtkWidget *(*new_group) (DitesEditor *editor);
} more_groups[] = {
  { "housing", "Offer", dites_checks_group_new },
  { NULL, NULL, dites_extra_group_new },
};

static void
add_more_groups (DitesDocumentPage *self,
                 const char        *before)
{
  const char *kind = dites_editor_get_kind (self->editor)->name;

  for (gsize i = 0; i < G_N_ELEMENTS (more_groups) && more_groups[i].new_group != NULL; i++)
    if ((more_groups[i].kind == NULL || strcmp (more_groups[i].kind, kind) == 0) && g_strcmp0 (more_groups[i].before, before) == 0)
      adw_preferences_page_add (self->form, ADW_PREFERENCES_GROUP (more_groups[i].new_group (self->editor)));
}

static gboolean
has_group (DitesDocumentPage *self,
           const DitesField  *fields,
           const DitesField  *field)
{
  for (const DitesField *earlier = fields; earlier != field; earlier++)
    if ((earlier->flags & DITES_FIELD_LIST_ONLY) == 0 && g_strcmp0 (earlier->group, field->group) == 0)
      return TRUE;

  return FALSE;
}

/* What is dropped anywhere on the page, or pasted there, may be for its photos. */
static void
serve_photos (DitesDocumentPage *self,
              DitesFieldGroup   *group)
{
  GtkWidget *row = dites_field_group_get_row (group, DITES_FIELD_PHOTOS);

  if (row == NULL)
    return;

  dites_photos_row_serve (DITES_PHOTOS_ROW (row), GTK_WIDGET (self));
  self->photos = DITES_PHOTOS_ROW (row);
}

static void
build (DitesDocumentPage *self)
{
  const DitesField *fields = dites_editor_get_kind (self->editor)->fields;

  self->groups = g_ptr_array_new ();
  for (const DitesField *field = fields; field->name != NULL; field++)
    {
      GtkWidget *group;

      if ((field->flags & DITES_FIELD_LIST_ONLY) != 0 || has_group (self, fields, field))
        continue;
      if (field->group != NULL)
        add_more_groups (self, field->group);
      group = dites_field_group_new (self->editor, field->group);
      adw_preferences_page_add (self->form, ADW_PREFERENCES_GROUP (group));
      g_ptr_array_add (self->groups, group);
      serve_photos (self, DITES_FIELD_GROUP (group));
    }
  add_more_groups (self, NULL);
  dites_references_group_add_all (self->editor, self->form);
}

/* Whether all is on disk, at a glance and for who cannot see it. */
static void
show_saved (DitesDocumentPage *self)
{
  const char *icon_name = "object-select-symbolic";
  const char *text = _("All changes are saved");

  if (dites_editor_get_failure (self->editor) != NULL)
    {
      icon_name = "dialog-warning-symbolic";
      text = _("Not saved");
    }
  else if (dites_document_page_get_refused (self) != NULL)
    {
      icon_name = "dialog-warning-symbolic";
      text = _("Something typed is not understood, and not saved");
    }
  else if (dites_editor_is_saving (self->editor))
    {
      icon_name = "content-loading-symbolic";
      text = _("Saving…");
    }
  else if (dites_editor_is_draft (self->editor))
    {
      icon_name = NULL;
      text = _("Saved with the first value that is entered");
    }

  gtk_image_set_from_icon_name (self->saved, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved), text);
}

void
dites_document_page_show_failure (DitesDocumentPage *self)
{
  const GError    *failure = dites_editor_get_failure (self->editor);
  g_autofree char *title = NULL;

  if (failure != NULL)
    {
      /* Translators: %s says why. */
      title = g_strdup_printf (_("Not saved: %s"), failure->message);
      adw_banner_set_title (self->failure_banner, title);
    }
  adw_banner_set_revealed (self->failure_banner, failure != NULL);
  show_saved (self);
}

/* What was right when it was published may not be any more. */
static void
show_obstacles (DitesDocumentPage *self)
{
  const DitesKind *kind = dites_editor_get_kind (self->editor);
  DitesDocument   *document = dites_editor_get_document (self->editor);
  GPtrArray       *problems = dites_editor_get_problems (self->editor);
  g_autofree char *state = document != NULL && kind->published_state != NULL ? dites_document_dup_string (document, kind->state_field) : NULL;
  g_autofree char *title = NULL;
  guint            n = 0;

  for (guint i = 0; state != NULL && strcmp (state, kind->published_state) == 0 && i < problems->len; i++)
    n += ((DitesProblem *) problems->pdata[i])->severity == DITES_SEVERITY_BLOCKS;
  if (n > 0)
    {
      title = g_strdup_printf (ngettext ("It is published, but %u rule of the law forbids that",
                                         "It is published, but %u rules of the law forbid that", n),
                               n);
      adw_banner_set_title (self->law_banner, title);
    }
  adw_banner_set_revealed (self->law_banner, n > 0);
}

static void
changed_cb (DitesDocumentPage *self)
{
  const char *title = dites_editor_get_title (self->editor);
  const char *subtitle = dites_editor_get_subtitle (self->editor);
  gboolean    trashed = dites_editor_is_trashed (self->editor);

  if (title == NULL || *title == '\0')
    title = dites_kind_get_label (dites_editor_get_kind (self->editor));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");

  if (self->groups == NULL && dites_editor_get_document (self->editor) != NULL)
    build (self);
  if (dites_editor_is_missing (self->editor))
    gtk_stack_set_visible_child_name (self->stack, "missing");
  else if (self->groups != NULL)
    gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !trashed);
  adw_banner_set_revealed (self->trash_banner, trashed);
  show_obstacles (self);
  dites_document_page_update_actions (self);
  dites_document_page_show_failure (self);
}

static void
failed_cb (DitesDocumentPage *self,
           const GError      *error)
{
  g_autofree char *message = NULL;

  if (self->groups == NULL)
    {
      message = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->failed, message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  dites_document_page_show_failure (self);
}

/* Who begins something new types at once what it cannot do without. */
static void
dites_document_page_shown (AdwNavigationPage *page)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (page);
  g_autoptr (GPtrArray) problems = NULL;

  if (!dites_editor_is_draft (self->editor) || self->groups == NULL || self->groups->len == 0)
    return;

  problems = dites_kind_check (dites_editor_get_kind (self->editor), dites_editor_get_document (self->editor));
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->field != NULL && dites_document_page_show_field (self, problem->field))
        return;
    }

  dites_field_group_focus_first (self->groups->pdata[0]);
}

static void
dites_document_page_constructed (GObject *object)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  G_OBJECT_CLASS (dites_document_page_parent_class)->constructed (object);

  g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::saving", G_CALLBACK (dites_document_page_show_failure), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
dites_document_page_dispose (GObject *object)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_document_page_parent_class)->dispose (object);
}

static void
dites_document_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  switch ((DitesDocumentPageProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    case PROP_EDITOR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_document_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DitesDocumentPage *self = DITES_DOCUMENT_PAGE (object);

  switch ((DitesDocumentPageProperty) prop_id)
    {
    case PROP_EDITOR:
      self->editor = g_value_dup_object (value);
      break;

    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = !self->narrow;
          g_object_notify_by_pspec (object, pspec);
        }
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
  object_class->get_property = dites_document_page_get_property;
  object_class->set_property = dites_document_page_set_property;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = dites_document_page_shown;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, DITES_TYPE_EDITOR, flags);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, saved);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, trash_banner);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, law_banner);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, form);
  gtk_widget_class_bind_template_child (widget_class, DitesDocumentPage, failed);

  dites_document_page_class_install_actions (widget_class);
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

/**
 * dites_document_page_show_field:
 * @self: a page
 * @name: the name of a field
 *
 * Shows a field and gives it the focus.
 *
 * Returns: whether the form has it
 */
gboolean
dites_document_page_show_field (DitesDocumentPage *self,
                                const char        *name)
{
  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    if (dites_field_group_show_field (self->groups->pdata[i], name))
      return TRUE;

  return FALSE;
}

static const DitesField *
find_refused (GtkWidget *widget)
{
  const DitesField *found = NULL;

  if (DITES_IS_FIELD_ROW (widget) && dites_field_row_is_refused (DITES_FIELD_ROW (widget)))
    return dites_field_row_get_field (DITES_FIELD_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_refused (child);

  return found;
}

/**
 * dites_document_page_get_refused:
 * @self: a page
 *
 * Returns: (nullable): the first field in which something was typed that cannot be set
 */
const DitesField *
dites_document_page_get_refused (DitesDocumentPage *self)
{
  return find_refused (GTK_WIDGET (self->form));
}

/**
 * dites_document_page_has_photos:
 * @self: a page
 *
 * Returns: whether a picture can be added to its document, with "document.paste-photo"
 */
gboolean
dites_document_page_has_photos (DitesDocumentPage *self)
{
  return self->photos != NULL;
}

/**
 * dites_document_page_add_photos:
 * @self: a page
 * @files: (element-type GFile): pictures
 *
 * Adds photos to the document, which must be able to have some.
 */
void
dites_document_page_add_photos (DitesDocumentPage *self,
                                GSList            *files)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  g_return_if_fail (self->photos != NULL);

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (list, l->data);
  dites_photos_row_add_files (self->photos, G_LIST_MODEL (list));
}
