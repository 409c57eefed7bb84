-- Drives the language server from Neovim: opens a draft, waits for diagnostics, asks for a hover, a completion and a
-- code action, and writes what came back to the file named in GROUNDWORK_OUT as JSON.
local out = {}
local patience = 25000

local function finish()
  local file = assert(io.open(vim.env.GROUNDWORK_OUT, 'w'))
  file:write(vim.fn.json_encode(out))
  file:close()
  vim.cmd('qall!')
end

local function main()
  vim.cmd('edit draft.md')
  vim.bo.filetype = 'markdown'
  local client = assert(vim.lsp.start_client({
    name = 'groundwork',
    cmd = { vim.env.GROUNDWORK_NODE, vim.env.GROUNDWORK_SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    settings = { groundwork = { hover = { enabled = true } } },
  }))
  vim.lsp.buf_attach_client(0, client)
  vim.wait(patience, function() return #vim.diagnostic.get(0) > 0 end, 20)
  out.diagnostics = vim.tbl_map(function(diagnostic)
    return {
      code = diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code or diagnostic.code,
      text = vim.api.nvim_buf_get_text(0, diagnostic.lnum, diagnostic.col, diagnostic.end_lnum, diagnostic.end_col, {})[1],
    }
  end, vim.diagnostic.get(0))

  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, patience) or {}
    return answers[client] and answers[client].result
  end

  vim.fn.search('bridge will')
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  out.hover = hover and hover.contents.value

  vim.fn.search('50')
  local range = vim.lsp.util.make_range_params()
  range.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local actions = ask('textDocument/codeAction', range) or {}
  out.actions = vim.tbl_map(function(action) return action.title end, actions)
  if actions[1] and actions[1].edit then vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16') end

  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'Mayor Holm said, “The brid' })
  vim.cmd('normal! G$')
  local place = vim.lsp.util.make_position_params()
  place.position.character = vim.str_utfindex('Mayor Holm said, “The brid')
  local list = ask('textDocument/completion', place)
  out.completion = list and list.items[1] and list.items[1].textEdit.newText
  out.lines = vim.api.nvim_buf_get_lines(0, 0, 1, false)
end

local ok, message = pcall(main)
if not ok then out.error = tostring(message) end
finish()
