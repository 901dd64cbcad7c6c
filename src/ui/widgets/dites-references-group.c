/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-references-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-decoration.h"
#include "dites-query.h"
#include "dites-semester.h"
#include "dites-wrapped-texts.h"

/* How many documents are shown before one has to ask for the others. */
#define SHOWN 5

/* Beyond that many nobody waits for their semesters to be compared. */
#define COMPARED 60

/**
 * DitesReferencesGroup:
 *
 * The documents of one kind that refer to a document: how many, the first of
 * them, a way to all of them, and a command that makes another one. It follows
 * what is written, whoever writes it.
 */
struct _DitesReferencesGroup
{
  AdwPreferencesGroup parent_instance;

  DitesEditor     *editor;
  const DitesKind *kind;
  DitesQuery      *query;
  gboolean         dated; /* they are of one semester each */

  GtkWidget     *rows[SHOWN];
  GBindingGroup *bindings[SHOWN]; /* from the document to its row */
  GtkWidget     *none_row;
  GtkWidget     *all_row;
};

typedef enum
{
  PROP_EDITOR = 1,
  PROP_KIND,
} DitesReferencesGroupProperty;

static GParamSpec *properties[PROP_KIND + 1];

G_DEFINE_FINAL_TYPE (DitesReferencesGroup, dites_references_group, ADW_TYPE_PREFERENCES_GROUP)

/* The field by which documents of @kind refer to those of @target. */
static const DitesField *
find_reference (const DitesKind *kind,
                const DitesKind *target)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    if (field->type == DITES_FIELD_REFERENCE && strcmp (field->target, target->name) == 0)
      return field;

  return NULL;
}

/* A title says whom it is about: “FICTIF Camille, Winter 2026”. On her own page the rest is enough. */
static gboolean
leave_out_own (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  DitesReferencesGroup *self = user_data;
  const char           *title = g_value_get_string (from);
  const char           *own = dites_editor_get_title (self->editor);
  gsize                 length = own != NULL ? strlen (own) : 0;
  gsize                 title_length = strlen (title);

  if (length > 0 && strncmp (title, own, length) == 0 && g_str_has_prefix (title + length, ", "))
    g_value_set_string (to, title + length + 2);
  else if (length > 0 && g_str_has_suffix (title, own) && title_length > length + 2 &&
           strncmp (title + title_length - length - 2, ", ", 2) == 0)
    g_value_take_string (to, g_strndup (title, title_length - length - 2));
  else
    g_value_set_string (to, title);

  return TRUE;
}

static void
update_title (DitesReferencesGroup *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->query));
  g_autofree char *title = NULL;
  g_autofree char *all = NULL;

  /* Translators: what there are, and how many: “Placements (3)”. */
  title = g_strdup_printf (C_("count", "%s (%u)"), dites_kind_get_plural (self->kind), n);
  all = g_strdup_printf (_("Show All (%u)"), n);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), n > 0 ? title : dites_kind_get_plural (self->kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all_row), all);
  gtk_widget_set_visible (self->all_row, n > SHOWN);
  gtk_widget_set_visible (self->none_row, n == 0 && !dites_query_is_loading (self->query));
}

/* The latest semester first; the semester stands in the title. */
static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  DitesTerm one = { FALSE, 0 };
  DitesTerm other = { FALSE, 0 };

  dites_term_find_in_text (dites_row_get_title (*(DitesRow **) a), &one);
  dites_term_find_in_text (dites_row_get_title (*(DitesRow **) b), &other);
  if (one.year != other.year)
    return other.year - one.year;

  return (other.winter ? 1 : 0) - (one.winter ? 1 : 0);
}

static void update (DitesReferencesGroup *self);

/* The rows in the order of the query, or else by their semesters where they have some. */
static GPtrArray *
get_rows (DitesReferencesGroup *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n = g_list_model_get_n_items (G_LIST_MODEL (self->query));
  gboolean   compared = self->dated && n <= COMPARED;
  gboolean   loaded = TRUE;

  for (guint i = 0; i < (compared ? n : MIN (n, SHOWN)); i++)
    {
      DitesRow *row = g_list_model_get_item (G_LIST_MODEL (self->query), i);

      if (compared)
        {
          g_signal_handlers_disconnect_by_func (row, update, self);
          g_signal_connect_object (row, "notify::document", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
          loaded = loaded && dites_row_is_loaded (row);
        }
      g_ptr_array_add (rows, row);
    }
  if (compared && loaded)
    g_ptr_array_sort (rows, compare_terms);

  return rows;
}

static void
update (DitesReferencesGroup *self)
{
  g_autoptr (GPtrArray) rows = get_rows (self);

  for (guint i = 0; i < SHOWN; i++)
    {
      g_binding_group_set_source (self->bindings[i], i < rows->len ? rows->pdata[i] : NULL);
      gtk_widget_set_visible (self->rows[i], i < rows->len);
    }
  update_title (self);
}

/* Its title may be another, and so may be what is left out of the others. */
static void
editor_changed_cb (DitesReferencesGroup *self)
{
  /* Nothing can refer to what is not stored yet. */
  gtk_widget_set_visible (GTK_WIDGET (self), dites_editor_get_document (self->editor) != NULL && !dites_editor_is_draft (self->editor));
  for (guint i = 0; i < SHOWN; i++)
    g_binding_group_set_source (self->bindings[i], NULL);
  update (self);
}

static void
row_activated_cb (GtkWidget            *row,
                  DitesReferencesGroup *self)
{
  for (guint i = 0; i < SHOWN; i++)
    if (self->rows[i] == row)
      {
        g_autoptr (DitesRow) shown = g_binding_group_dup_source (self->bindings[i]);

        if (shown != NULL && dites_row_is_loaded (shown))
          gtk_widget_activate_action (GTK_WIDGET (self), "win.open-document", "s", dites_row_get_id (shown));
        return;
      }
}

static void
all_activated_cb (DitesReferencesGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-references", "(sss)", self->kind->name,
                              dites_editor_get_id (self->editor), dites_editor_get_title (self->editor));
}

static void
create_cb (DitesReferencesGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-referring", "(sss)", self->kind->name,
                              find_reference (self->kind, dites_editor_get_kind (self->editor))->name,
                              dites_editor_get_id (self->editor));
}

static void
add_create_button (DitesReferencesGroup *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), dites_kind_get_create_label (self->kind));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, dites_kind_get_create_label (self->kind), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

static void
add_row (DitesReferencesGroup *self,
         guint                 index)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), dites_decoration_new ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  self->rows[index] = row;
  self->bindings[index] = g_binding_group_new ();
  g_binding_group_bind_full (self->bindings[index], "title", row, "title", G_BINDING_SYNC_CREATE, leave_out_own, NULL, self, NULL);
  g_binding_group_bind (self->bindings[index], "subtitle", row, "subtitle", G_BINDING_SYNC_CREATE);
}

static void
add_rows (DitesReferencesGroup *self)
{
  for (guint i = 0; i < SHOWN; i++)
    add_row (self, i);

  self->none_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none_row), _("Nothing Yet"));
  gtk_widget_add_css_class (self->none_row, "dimmed");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->none_row);

  self->all_row = adw_button_row_new ();
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (self->all_row), "go-next-symbolic");
  g_signal_connect_object (self->all_row, "activated", G_CALLBACK (all_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->all_row);
}

/* The latest first, where there is an order in time. */
static void
sort (DitesReferencesGroup *self)
{
  const DitesKind *semester = dites_kind_get ("semester");

  self->dated = dites_editor_get_kind (self->editor) != semester && find_reference (self->kind, semester) != NULL;
  if (self->kind->latest_first)
    {
      dites_query_set_sort (self->query, NULL, TRUE);
      return;
    }

  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    if (field->flags & DITES_FIELD_SORTED)
      {
        if (field->type == DITES_FIELD_DATE)
          dites_query_set_sort (self->query, field->name, TRUE);
        return;
      }
}

static void
dites_references_group_constructed (GObject *object)
{
  DitesReferencesGroup *self = DITES_REFERENCES_GROUP (object);

  G_OBJECT_CLASS (dites_references_group_parent_class)->constructed (object);

  self->query = dites_query_new (dites_editor_get_store (self->editor), self->kind->name);
  dites_query_set_refers_to (self->query, dites_editor_get_id (self->editor));
  sort (self);
  add_create_button (self);
  add_rows (self);

  dites_wrap_texts (GTK_WIDGET (self));
  g_signal_connect_object (self->query, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::loading", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);
  editor_changed_cb (self);
}

static void
dites_references_group_dispose (GObject *object)
{
  DitesReferencesGroup *self = DITES_REFERENCES_GROUP (object);

  for (guint i = 0; i < SHOWN; i++)
    g_clear_object (&self->bindings[i]);
  g_clear_object (&self->query);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (dites_references_group_parent_class)->dispose (object);
}

static void
dites_references_group_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  DitesReferencesGroup *self = DITES_REFERENCES_GROUP (object);

  switch ((DitesReferencesGroupProperty) prop_id)
    {
    case PROP_EDITOR:
      self->editor = g_value_dup_object (value);
      break;

    case PROP_KIND:
      self->kind = g_value_get_pointer (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_references_group_class_init (DitesReferencesGroupClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_references_group_constructed;
  object_class->dispose = dites_references_group_dispose;
  object_class->set_property = dites_references_group_set_property;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, DITES_TYPE_EDITOR, flags);
  properties[PROP_KIND] = g_param_spec_pointer ("kind", NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_references_group_init (DitesReferencesGroup *self)
{
}

/**
 * dites_references_group_new:
 * @editor: the editor of a document
 * @kind: a kind with a field that refers to documents of that kind
 *
 * Returns: (transfer floating): the documents of @kind that refer to it
 */
GtkWidget *
dites_references_group_new (DitesEditor     *editor,
                            const DitesKind *kind)
{
  g_return_val_if_fail (DITES_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (DITES_TYPE_REFERENCES_GROUP, "editor", editor, "kind", kind, NULL);
}

/**
 * dites_references_group_add_all:
 * @editor: the editor of a document
 * @page: the page that shows it
 *
 * Adds a group for each kind that can refer to the document.
 */
void
dites_references_group_add_all (DitesEditor        *editor,
                                AdwPreferencesPage *page)
{
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  g_return_if_fail (DITES_IS_EDITOR (editor));

  for (guint i = 0; i < n_kinds; i++)
    if (find_reference (kinds[i], dites_editor_get_kind (editor)) != NULL)
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (dites_references_group_new (editor, kinds[i])));
}
