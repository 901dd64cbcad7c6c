/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pick-reference.h"

#include "dites-pick-dialog.h"

/* What the rows for one reference and for several have in common. */

/* For what a dialog picks. */
typedef struct
{
  DitesEditor      *editor;
  const DitesField *field;
  GtkWidget        *parent;
} Picking;

static void
picking_free (gpointer  data,
              GClosure *closure)
{
  Picking *picking = data;

  g_object_unref (picking->editor);
  g_object_unref (picking->parent);
  g_free (picking);
}

/* The field's value, with @id added and @removed left out; NULL for nothing. */
static char *
make_value (DitesEditor      *editor,
            const DitesField *field,
            const char       *id,
            const char       *removed)
{
  GString *json = g_string_new (NULL);
  g_auto (GStrv) ids = NULL;

  if (!(field->flags & DITES_FIELD_MULTIPLE))
    {
      if (id != NULL)
        dites_json_append_string (json, id);
    }
  else
    {
      ids = dites_document_dup_strings (dites_editor_get_document (editor), field->name);
      for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        if (g_strcmp0 (ids[i], removed) != 0 && g_strcmp0 (ids[i], id) != 0)
          {
            g_string_append_c (json, json->len == 0 ? '[' : ',');
            dites_json_append_string (json, ids[i]);
          }
      if (id != NULL)
        {
          g_string_append_c (json, json->len == 0 ? '[' : ',');
          dites_json_append_string (json, id);
        }
      if (json->len > 0)
        g_string_append_c (json, ']');
    }

  return json->len > 0 ? g_string_free_and_steal (json) : (g_string_free (json, TRUE), NULL);
}

static void
refer_to (Picking       *picking,
          const char    *id,
          const char    *title,
          DitesDocument *added)
{
  g_autofree char *json = NULL;
  DitesEditorValue value;

  if (dites_editor_get_document (picking->editor) == NULL)
    return;

  json = make_value (picking->editor, picking->field, id, NULL);
  value.field = picking->field;
  value.json = json;
  dites_editor_expect_title (picking->editor, id, title);
  dites_editor_set_values (picking->editor, &value, 1, added);
}

static void
picked_cb (DitesPickDialog *dialog,
           const char      *id,
           const char      *title,
           Picking         *picking)
{
  refer_to (picking, id, title, NULL);
}

/* What has been made and has no name yet is opened, to be described. */
typedef struct
{
  GtkWidget *parent;
  char      *id;
} Opening;

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  if (dites_editor_flush_finish (DITES_EDITOR (object), result, &error))
    gtk_widget_activate_action (opening->parent, "win.open-document", "s", opening->id);
  else
    gtk_widget_activate_action (opening->parent, "win.toast", "s", error->message);

  g_object_unref (opening->parent);
  g_free (opening->id);
  g_free (opening);
}

static void
create_requested_cb (DitesPickDialog *dialog,
                     const char      *text,
                     Picking         *picking)
{
  const DitesKind *kind = dites_kind_get (picking->field->target);
  g_autoptr (DitesDocument) document = dites_kind_new_document (kind, text);
  g_autoptr (DitesDocument) bare = dites_kind_new_document (kind, "");
  g_autofree char *title = dites_kind_title (kind, document, NULL, NULL);
  const char      *id = dites_document_get_id (document);
  Opening         *opening;

  refer_to (picking, id, title, document);
  if (dites_document_get_n_members (document) > dites_document_get_n_members (bare))
    return;

  opening = g_new0 (Opening, 1);
  opening->parent = g_object_ref (picking->parent);
  opening->id = g_strdup (id);
  dites_editor_flush_async (picking->editor, NULL, written_cb, opening);
}

/**
 * dites_pick_reference:
 * @parent: the row that asks
 * @editor: the editor of the document that refers
 * @field: a REFERENCE field of its kind
 *
 * Lets a person pick what the field refers to, or one more where it refers to
 * several; or make a new document, stored together with the reference.
 */
void
dites_pick_reference (GtkWidget        *parent,
                      DitesEditor      *editor,
                      const DitesField *field)
{
  DitesPickDialog *dialog;
  Picking         *picking = g_new0 (Picking, 1);

  picking->editor = g_object_ref (editor);
  picking->field = field;
  picking->parent = g_object_ref (parent);
  dialog = dites_pick_dialog_new (dites_editor_get_store (editor), dites_kind_get (field->target), dites_field_get_label (field));
  g_signal_connect (dialog, "picked", G_CALLBACK (picked_cb), picking);
  g_signal_connect_data (dialog, "create-requested", G_CALLBACK (create_requested_cb), picking, picking_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

/**
 * dites_remove_reference:
 * @editor: the editor of the document that refers
 * @field: a REFERENCE field of its kind
 * @id: what it shall no more refer to
 *
 * Takes a reference away.
 */
void
dites_remove_reference (DitesEditor      *editor,
                        const DitesField *field,
                        const char       *id)
{
  g_autofree char *json = make_value (editor, field, NULL, id);

  dites_editor_set_json (editor, field, json);
}
